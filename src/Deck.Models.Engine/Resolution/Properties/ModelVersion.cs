using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>One item of a model's `versions:`.</summary>
internal sealed class ModelVersion
{
    /// <summary>`v:`, a number or a text.</summary>
    public required Value Value { get; init; }

    /// <summary>`defined_in:`, or the model's name with `_v` and the version.</summary>
    public required string FileName { get; init; }

    public required bool IsLatest { get; init; }

    public required Value Latest { get; init; }

    public required YamlMapping Yaml { get; init; }

    /// <summary>Columns after `include` and `exclude`, as written.</summary>
    public required ImmutableArray<YamlMapping> Columns { get; init; }

    /// <summary>`deprecation_date:` of the version itself.</summary>
    public string? DeprecationDate => PropertyValues.Text(Yaml, "deprecation_date");

    public Location Location => Yaml.Location;
}
