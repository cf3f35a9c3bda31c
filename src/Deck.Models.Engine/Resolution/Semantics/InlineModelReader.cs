using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Configs;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Reads the semantic model of a model that says `semantic_model:`: its columns' dimensions and entities, and `derived_semantics:`.</summary>
internal sealed class InlineModelReader(NodeDraft model, SemanticYaml yaml, DictValue meta)
{
    private readonly ElementReader elements = new(meta);

    /// <summary>True for a model that is a semantic model as well.</summary>
    public static bool IsWanted(YamlMapping yaml) => yaml.TryFind("semantic_model", out YamlNode? node) && node switch
    {
        YamlMapping mapping => !mapping.TryFind("enabled", out YamlNode? enabled) || enabled is not YamlScalar { Value: BooleanValue { IsTrue: false } },
        YamlScalar { Value: BooleanValue flag } => flag.IsTrue,
        _ => false,
    };

    /// <summary>What `semantic_model:` configures: dbt looks at it only where there is a `config`, and then it enables, whatever a project file says.</summary>
    public static ConfigLayer ConfigOf(SemanticYaml? written)
    {
        if (written is null || !written.Has("config"))
        {
            return ConfigLayer.Empty;
        }

        Location place = written.PlaceOf("config");
        List<ConfigSetting> settings = [new ConfigSetting("meta", written.Meta, place), new ConfigSetting("enabled", Value.Of(true), place)];
        if (written.Value("group") is { } group)
        {
            settings.Add(new ConfigSetting("group", group, written.PlaceOf("group")));
        }

        return ConfigLayer.Of(settings);
    }

    /// <param name="columns">The model's columns as written, of its version where it has several.</param>
    public SemanticModelDefinition Read(ImmutableArray<YamlMapping> columns)
    {
        SemanticYaml? derived = yaml.Child("derived_semantics");
        ImmutableArray<(Column Column, SemanticYaml Yaml)> described =
        [
            .. columns.Select(c => (Column: model.Columns.FirstOrDefault(d => d.Location == c.Location), Yaml: yaml.Of(c)))
                .Where(c => c.Column is not null)
                .Select(c => (c.Column ?? throw new InvalidOperationException("a column without a name"), c.Yaml)),
        ];
        return new SemanticModelDefinition
        {
            Model = $"ref('{model.Name}')",
            Description = model.Description,
            HasDefaults = true,
            DefaultTimeDimension = yaml.Text("agg_time_dimension"),
            PrimaryEntity = yaml.Text("primary_entity"),
            Entities = [.. described.Where(c => c.Yaml.Has("entity")).Select(c => Entity(c.Column, c.Yaml)), .. derived?.Items("entities").Select(elements.Entity) ?? []],
            Dimensions =
            [
                .. described.Where(c => c.Yaml.Has("dimension")).Select(c => Dimension(c.Column, c.Yaml)),
                .. derived?.Items("dimensions").Select(elements.DerivedDimension) ?? [],
            ],
        };
    }

    /// <summary>An entity of another name than its column says which column it is.</summary>
    private SemanticEntity Entity(Column column, SemanticYaml columnYaml)
    {
        SemanticYaml? written = columnYaml.Child("entity");
        string name = written?.Text("name") ?? column.Name;
        return new SemanticEntity
        {
            Name = name,
            Type = (written?.Text("type") ?? columnYaml.Text("entity") ?? "").ToLowerInvariant(),
            Description = OwnOr(written, column),
            Label = written?.Text("label"),
            Expression = name == column.Name ? null : column.Name,
            Meta = elements.WithModelMeta(written?.Config.TryGet("meta", out _) == true ? written.Meta : column.Meta),
            Location = columnYaml.PlaceOf("entity"),
        };
    }

    /// <summary>The short form takes no granularity from its column, as in dbt.</summary>
    private SemanticDimension Dimension(Column column, SemanticYaml columnYaml)
    {
        SemanticYaml? written = columnYaml.Child("dimension");
        string name = written?.Text("name") ?? column.Name;
        string? granularity = written is null ? null : columnYaml.Text("granularity")?.ToLowerInvariant();
        return new SemanticDimension
        {
            Name = name,
            Type = (written?.Text("type") ?? columnYaml.Text("dimension") ?? "").ToLowerInvariant(),
            Description = OwnOr(written, column),
            Label = written?.Text("label"),
            IsPartition = written?.Flag("is_partition") == true,
            Granularity = granularity,
            Validity = granularity is null ? null : ElementReader.Validity(written),
            Expression = name == column.Name ? null : column.Name,
            Meta = elements.WithModelMeta(ElementReader.Joined(column.Meta, written?.Meta ?? new DictValue())),
            Location = columnYaml.PlaceOf("dimension"),
        };
    }

    private static string OwnOr(SemanticYaml? written, Column column) => written?.Description is { Length: > 0 } own ? own : column.Description;
}
