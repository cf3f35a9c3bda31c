using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Configs;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>An entry of a properties file that describes a resource with a text of its own, read once.</summary>
internal sealed class ResourceProperties
{
    public required PropertiesEntry Entry { get; init; }

    public required YamlNode? Description { get; init; }

    /// <summary>`config:` together with the keys that dbt moves there (`meta`, `docs`, `group`, `access`, `contract`).</summary>
    public required ConfigLayer Config { get; init; }

    public required ImmutableArray<YamlMapping> Columns { get; init; }

    /// <summary>Tests of the resource itself; those of its columns are below <see cref="Columns"/>.</summary>
    public required ImmutableArray<YamlNode> Tests { get; init; }

    public required ImmutableArray<DictValue> Constraints { get; init; }

    public required ImmutableArray<ModelVersion> Versions { get; init; }

    /// <summary>`quote_columns` of the entry: whether its columns' names are quoted in tests.</summary>
    public bool QuoteColumns { get; init; }

    public TimeSpine? TimeSpine { get; init; }

    public string? DeprecationDate { get; init; }

    /// <summary>dbt's `package://path`.</summary>
    public string PatchPath => $"{Entry.PackageName}://{Entry.OriginalFilePath}";
}
