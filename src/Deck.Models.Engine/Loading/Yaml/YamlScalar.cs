using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>A scalar, typed by YAML 1.1 as PyYAML's safe loader does.</summary>
public sealed class YamlScalar : YamlNode
{
    /// <summary>The value as dbt keeps it in what it reads from files: dates are ISO texts.</summary>
    public Value Value => Loaded switch
    {
        DateValue date => Templating.Values.Value.Of(date.ToText()),
        DateTimeValue moment => Templating.Values.Value.Of(moment.ToIsoText()),
        _ => Loaded,
    };

    /// <summary>The value as PyYAML loads it.</summary>
    public required Value Loaded { get; init; }

    /// <summary>The text as written, quotes removed, escapes resolved.</summary>
    public required string Text { get; init; }

    /// <summary>True where it was quoted or a block scalar: always a str.</summary>
    public bool IsQuoted { get; init; }
}
