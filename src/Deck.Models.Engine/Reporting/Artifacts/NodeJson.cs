using System.Text.Json;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>A node as JSON with chosen keys, as `list --output json` prints it.</summary>
public static class NodeJson
{
    /// <param name="keys">Keys of the manifest's node; a dot leads into a dict and keeps its whole name. Keys that the node lacks are left out.</param>
    public static void Write(Utf8JsonWriter json, Node node, IEnumerable<string> keys)
    {
        DictValue dict = NodeDict.Of(node);
        if (node is ModelNode)
        {
            // dbt has them here and not in the manifest.
            dict.Set("direct_parents", Value.List(node.DependsOn.Select(d => Value.Of(d.Value))));
        }

        json.WriteStartObject();
        foreach (string key in keys)
        {
            if (Find(dict, key) is { } value)
            {
                json.WritePropertyName(key);
                JsonValues.Write(json, value);
            }
        }

        json.WriteEndObject();
    }

    private static Value? Find(DictValue dict, string key)
    {
        if (dict.TryGet(key, out Value? value))
        {
            return value;
        }

        int dot = key.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dict.TryGet(key[..dot], out Value? inner) && inner is DictValue nested ? Find(nested, key[(dot + 1)..]) : null;
    }
}
