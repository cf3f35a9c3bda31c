using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.UnitTests;

/// <summary>Makes drafts of unit tests: one for each, or one for each version of a versioned model.</summary>
internal sealed class UnitTestDrafts(ResolutionSession session, DraftCompletion completion)
{
    public ImmutableArray<NodeDraft> Create(ImmutableArray<NodeDraft> files)
    {
        PropertiesEntry[] entries = [.. session.Sources.Packages.SelectMany(p => p.Properties).Where(e => e.Kind == PropertiesKind.UnitTest)];
        if (entries.Length == 0)
        {
            return [];
        }

        ILookup<string, NodeDraft> models = files.Where(f => f.ResourceType == ResourceType.Model).ToLookup(f => f.Name, StringComparer.Ordinal);
        return [.. entries.SelectMany(e => Create(e, models))];
    }

    private IEnumerable<NodeDraft> Create(PropertiesEntry entry, ILookup<string, NodeDraft> models)
    {
        if (PropertyValues.Text(entry.Yaml, "model") is not { } model)
        {
            session.Report(Malformed($"unit test `{entry.Name}` lacks `model`", entry.Location));
            return [];
        }

        ImmutableArray<NodeDraft> tested = [.. models[model].Where(m => m.PackageName == entry.PackageName)];
        if (tested.IsEmpty)
        {
            PropertyValues.TryFindValue(entry.Yaml, "model", out YamlNode? place);
            Diagnostic unknown = Diagnostic.Error(ResolutionCodes.UnknownModel, $"model `{model}` of unit test `{entry.Name}` does not exist", place?.Location ?? entry.Location);
            session.Report(unknown.WithHint(Spelling.DidYouMean(model, models.Select(m => m.Key))));
            return [];
        }

        UnitTestContent? content = new UnitTestReader(session, entry).Read();
        return content is null ? [] : tested.Where(t => IsWanted(entry.Yaml, t)).Select(t => Create(entry, t, content));
    }

    private NodeDraft Create(PropertiesEntry entry, NodeDraft model, UnitTestContent content)
    {
        string name = model.VersionValue is { } version ? $"{entry.Name}_v{version.ToText()}" : entry.Name;
        string folders = NodePaths.BelowFirstFolder(entry.OriginalFilePath);
        NodeDraft draft = new()
        {
            Id = new NodeId($"unit_test.{entry.PackageName}.{model.Name}.{name}"),
            ResourceType = ResourceType.UnitTest,
            Name = name,
            PackageName = entry.PackageName,
            Fqn = NodePaths.Fqn(entry.PackageName, folders, model.Name, entry.Name),
            OriginalFilePath = entry.OriginalFilePath,
            Path = folders,
            Location = entry.Location,
            Description = completion.Descriptions.Render(entry.Yaml.TryFind("description", out YamlNode? text) ? text : null, entry.PackageName),
            Needs = [model.Id],
        };
        NodeConfig config = completion.Configs.Merge(draft, [ResourcePropertiesReader.ReadConfig(entry.Yaml, entry.PackageName, session)]);
        return draft with { Config = config, IsEnabled = config.Enabled, UnitTest = content };
    }

    /// <summary>`versions: {include: […]}` or `{exclude: […]}` chooses among a model's versions.</summary>
    private static bool IsWanted(YamlMapping yaml, NodeDraft model)
    {
        if (model.VersionValue is not { } version || !PropertyValues.TryFindValue(yaml, "versions", out YamlNode? node) || node is not YamlMapping chosen)
        {
            return true;
        }

        bool Lists(string key) => chosen.TryFind(key, out YamlNode? list) && list is YamlSequence items && items.Items.OfType<YamlScalar>().Any(i => i.Text == version.ToText());
        return chosen.TryFind("exclude", out _) ? !Lists("exclude") : !chosen.TryFind("include", out _) || Lists("include");
    }

    private static Diagnostic Malformed(string message, Location place) => Diagnostic.Error(ResolutionCodes.MalformedUnitTest, message, place);
}
