using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Configs;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Engine.Resolution.Tests;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>Makes drafts of the tables of all sources, and collects the tests declared on them.</summary>
internal sealed class SourceDrafts(ResolutionSession session, DraftCompletion completion)
{
    private static readonly ImmutableArray<string> TableConfigs = ["tags", "freshness", "loaded_at_field", "loaded_at_query"];

    public ImmutableArray<SourceDraft> Create() =>
    [
        .. session.Sources.Packages.SelectMany(p => p.Properties
            .Where(e => e.Kind == PropertiesKind.Source)
            .SelectMany(e => ResourcePropertiesReader.Mappings(e.Yaml, "tables", session).Select(t => Create(p, e, t))))
            .OfType<SourceDraft>(),
    ];

    private SourceDraft? Create(PackageSources package, PropertiesEntry source, YamlMapping table)
    {
        if (PropertyValues.Text(table, "name") is not { } name)
        {
            session.Report(Diagnostic.Error(ResolutionCodes.WrongProperty, $"a table of source `{source.Name}` lacks `name`", table.Location));
            return null;
        }

        ImmutableArray<YamlMapping> columns = ResourcePropertiesReader.Mappings(table, "columns", session);
        ColumnReader reader = new(session, completion.Descriptions);
        NodeDraft draft = new()
        {
            Id = new NodeId($"source.{source.PackageName}.{source.Name}.{name}"),
            ResourceType = ResourceType.Source,
            Name = name,
            PackageName = source.PackageName,
            Fqn = NodePaths.Fqn(source.PackageName, NodePaths.BelowResourcePath(package.Project, source.OriginalFilePath), source.Name, name),
            OriginalFilePath = source.OriginalFilePath,
            Path = source.OriginalFilePath,
            Location = table.Location,
            Description = completion.Descriptions.Render(table.TryFind("description", out YamlNode? text) ? text : null, source.PackageName),
            DocBlocks = completion.Descriptions.BlocksOf(text, source.PackageName),
            Columns = reader.Read(columns, source.PackageName),
        };
        NodeDraft configured = draft with { Config = completion.Configs.Merge(draft, LayersOf(source, table)), Unrendered = () => completion.Configs.Unrendered(draft) };
        SourceTable made = new(session, completion.Descriptions, source, table);
        return new SourceDraft(
            configured with { IsEnabled = configured.Config.Enabled, Relation = made.NameOf(name), Finish = made.Finish },
            TestsOf(configured, source, table, reader.TestsOf(columns, IsQuoting(table))));
    }

    /// <summary>The source's configs and, above them, the table's; both may stand beside `config:` too.</summary>
    private IEnumerable<ConfigLayer> LayersOf(PropertiesEntry source, YamlMapping table)
    {
        yield return ResourcePropertiesReader.ReadConfig(source.Yaml, source.PackageName, session, TableConfigs.AsSpan());
        yield return ResourcePropertiesReader.ReadConfig(table, source.PackageName, session, TableConfigs.AsSpan());
    }

    private ImmutableArray<DeclaredTest> TestsOf(NodeDraft draft, PropertiesEntry source, YamlMapping table, ImmutableArray<TestUse> columnTests)
    {
        TestTarget target = new()
        {
            Id = draft.Id,
            FileKey = $"sources.{source.Name}",
            Name = $"{source.Name}_{draft.Name}",
            Source = new SourceCall(source.Name, draft.Name, draft.Location),
            PackageName = source.PackageName,
            OriginalFilePath = source.OriginalFilePath,
            Tags = draft.Config.Tags,
        };
        IEnumerable<TestUse> own = ResourcePropertiesReader.TestsOf(table, session).Select(t => new TestUse(t, null, []));
        return [.. own.Concat(columnTests).Select(t => new DeclaredTest(target, t))];
    }

    private static bool IsQuoting(YamlMapping table) => PropertyValues.TryFindValue(table, "quote_columns", out YamlNode? quote) && PropertyValues.Raw(quote).IsTrue;
}
