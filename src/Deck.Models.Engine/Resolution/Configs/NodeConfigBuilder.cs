using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>Collects what one node's config sets beyond the defaults of its type; used once.</summary>
internal sealed class NodeConfigBuilder(ConfigDefaults defaults)
{
    private readonly List<KeyValuePair<string, Value>> others = [];
    private readonly List<KeyValuePair<string, Location>> places = [];
    private Value?[]? values;

    /// <summary>The value so far; a default among them is shared and must not be changed.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out Value? value)
    {
        if (defaults.TryFindSlot(key, out int slot))
        {
            value = values?[slot] ?? defaults.Shared(slot);
            return true;
        }

        int index = others.FindIndex(o => o.Key == key);
        value = index >= 0 ? others[index].Value : null;
        return value is not null;
    }

    public void Set(string key, Value value, Location place)
    {
        if (defaults.TryFindSlot(key, out int slot))
        {
            values ??= new Value?[defaults.Count];
            values[slot] = value;
        }
        else
        {
            Replace(others, new(key, value));
        }

        Replace(places, new(key, place));
    }

    public NodeConfig Build() => new(defaults, values, [.. others], [.. places]);

    private static void Replace<T>(List<KeyValuePair<string, T>> list, KeyValuePair<string, T> entry)
        where T : class
    {
        int index = list.FindIndex(e => e.Key == entry.Key);
        if (index >= 0)
        {
            list[index] = entry;
        }
        else
        {
            list.Add(entry);
        }
    }
}
