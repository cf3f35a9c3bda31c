using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>Reads `columns:` and the tests below them.</summary>
internal sealed class ColumnReader(ResolutionSession session, Descriptions descriptions)
{
    public ImmutableArray<Column> Read(ImmutableArray<YamlMapping> columns, string package)
    {
        ImmutableArray<Column>.Builder read = ImmutableArray.CreateBuilder<Column>(columns.Length);
        HashSet<string> names = [];
        foreach (YamlMapping yaml in columns)
        {
            if (PropertyValues.Text(yaml, "name") is not { } name)
            {
                session.Report(Diagnostic.Error(ResolutionCodes.WrongProperty, "a column lacks `name`", yaml.Location));
            }
            else if (names.Add(name))
            {
                read.Add(ReadOne(yaml, name, package));
            }
            else
            {
                session.Report(Diagnostic.Warning(ResolutionCodes.DescribedTwice, $"column `{name}` is described twice", yaml.Location));
            }
        }

        return read.ToImmutable();
    }

    /// <summary>The tests of all columns, in their order.</summary>
    public ImmutableArray<TestUse> TestsOf(ImmutableArray<YamlMapping> columns, bool quoteColumns)
    {
        ImmutableArray<TestUse>.Builder tests = ImmutableArray.CreateBuilder<TestUse>();
        foreach (YamlMapping yaml in columns)
        {
            ImmutableArray<YamlNode> items = ResourcePropertiesReader.TestsOf(yaml, session);
            if (items.IsEmpty || PropertyValues.Text(yaml, "name") is not { } name)
            {
                continue;
            }

            bool? quote = PropertyValues.TryFindValue(yaml, "quote", out YamlNode? node) ? PropertyValues.Raw(node).IsTrue : null;
            string column = quote ?? quoteColumns ? RelationName.Quote(name) : name;
            ImmutableArray<string> tags = TagsOf(yaml);
            tests.AddRange(items.Select(i => new TestUse(i, column, tags)));
        }

        return tests.ToImmutable();
    }

    private Column ReadOne(YamlMapping yaml, string name, string package)
    {
        string description = descriptions.Render(yaml.TryFind("description", out YamlNode? text) ? text : null, package);
        return new Column
        {
            Name = name,
            Description = description,
            DataType = PropertyValues.TryFindValue(yaml, "data_type", out YamlNode? type) ? PropertyValues.Render(type, package, session).ToText() : null,
            Quote = PropertyValues.TryFindValue(yaml, "quote", out YamlNode? quote) ? PropertyValues.Raw(quote).IsTrue : null,
            Tags = TagsOf(yaml),
            Meta = MetaOf(yaml, package),
            Constraints = ResourcePropertiesReader.Dicts(yaml, "constraints", package, session),
            DocBlocks = descriptions.BlocksOf(text, package),
            Semantics = ColumnSemanticsReader.IsWritten(yaml) ? ColumnSemanticsReader.Read(new SemanticYaml(yaml, package, session, descriptions)) : null,
            Location = yaml.Location,
        };
    }

    /// <summary>`tags` and `config.tags`, each once.</summary>
    private static ImmutableArray<string> TagsOf(YamlMapping yaml)
    {
        if (!yaml.TryFind("tags", out _) && !yaml.TryFind("config", out _))
        {
            return [];
        }

        IEnumerable<string> nested = yaml.TryFind("config", out YamlNode? config) && config is YamlMapping mapping ? TagList(mapping) : [];
        return [.. TagList(yaml).Concat(nested).Distinct()];
    }

    private static IEnumerable<string> TagList(YamlMapping yaml) => !yaml.TryFind("tags", out YamlNode? tags) ? [] : tags switch
    {
        YamlSequence list => list.Items.OfType<YamlScalar>().Select(t => t.Text),
        YamlScalar { Value.IsNone: false } tag => [tag.Text],
        _ => [],
    };

    private DictValue MetaOf(YamlMapping yaml, string package)
    {
        DictValue meta = new();
        YamlMapping? config = PropertyValues.Mapping(yaml, "config", session);
        foreach (YamlMapping? source in new[] { PropertyValues.Mapping(yaml, "meta", session), config is null ? null : PropertyValues.Mapping(config, "meta", session) })
        {
            foreach (YamlEntry entry in source?.Entries ?? [])
            {
                meta.Set(entry.Key, PropertyValues.Render(entry.Value, package, session));
            }
        }

        return meta;
    }
}
