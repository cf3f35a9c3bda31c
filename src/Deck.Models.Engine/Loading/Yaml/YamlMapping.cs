using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>A mapping with its entries in the order written; anchors and merge keys are resolved, duplicate keys reported.</summary>
public sealed class YamlMapping : YamlNode
{
    public required ImmutableArray<YamlEntry> Entries { get; init; }

    public bool TryFind(string key, [NotNullWhen(true)] out YamlNode? value)
    {
        foreach (YamlEntry entry in Entries)
        {
            if (entry.Key == key)
            {
                value = entry.Value;
                return true;
            }
        }

        value = null;
        return false;
    }
}
