using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>A scalar, typed by YAML 1.1 as PyYAML's safe loader does (dates become ISO texts, as dbt has them).</summary>
public sealed class YamlScalar : YamlNode
{
    public required Value Value { get; init; }

    /// <summary>The text as written, quotes removed, escapes resolved.</summary>
    public required string Text { get; init; }

    /// <summary>True where it was quoted or a block scalar: always a str.</summary>
    public bool IsQuoted { get; init; }
}
