using System.Collections.Immutable;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Selection.Methods;

/// <summary>`config.key.key:value`: equal to a text, an element of a list, or true and false by their names.</summary>
internal static class ConfigMatch
{
    public static bool Matches(NodeConfig config, ImmutableArray<string> path, string wanted)
    {
        if (path.IsEmpty || !config.TryGet(ConfigKeys.Canonical(path[0]), out Value? value))
        {
            return false;
        }

        foreach (string key in path[1..])
        {
            if (value is not DictValue dict || !dict.TryGet(key, out value))
            {
                return false;
            }
        }

        StringComparison comparison = path is ["severity"] ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return value switch
        {
            ListValue list => list.Items.Any(i => Equal(i, wanted, comparison)),
            TupleValue tuple => tuple.Items.Any(i => Equal(i, wanted, comparison)),
            _ => Equal(value, wanted, comparison),
        };
    }

    private static bool Equal(Value value, string wanted, StringComparison comparison) => value switch
    {
        StringValue text => text.Text.Equals(wanted, comparison),
        BooleanValue truth => wanted.Equals(truth.IsTrue ? "true" : "false", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
