using System.Collections.Immutable;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>A list.</summary>
public sealed class YamlSequence : YamlNode
{
    public required ImmutableArray<YamlNode> Items { get; init; }
}
