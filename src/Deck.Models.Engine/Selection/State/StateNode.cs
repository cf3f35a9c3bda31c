using System.Text.Json;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Selection.State;

/// <summary>A node as a manifest.json has it: read where it is asked, since artifacts of other versions lack keys.</summary>
internal readonly record struct StateNode(JsonElement Json)
{
    /// <summary>A node of this project as its own manifest.json has it.</summary>
    public static StateNode Of(Node node) => new(JsonDocument.Parse(JsonValues.ToBytes(NodeDict.FieldsOf(node))).RootElement);

    public string? Text(string key) => Json.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The value at a path of keys, or null where there is none.</summary>
    public JsonElement? Find(params ReadOnlySpan<string> path)
    {
        JsonElement current = Json;
        foreach (string key in path)
        {
            if (current.ValueKind != JsonValueKind.Object || !current.TryGetProperty(key, out current))
            {
                return null;
            }
        }

        return current;
    }

    public bool IsTrue(params ReadOnlySpan<string> path) => Find(path) is { ValueKind: JsonValueKind.True };

    /// <summary>True where both nodes have equal values at a path; an absent value equals null.</summary>
    public bool Equals(StateNode other, params ReadOnlySpan<string> path) => AreEqual(Find(path), other.Find(path));

    public static bool AreEqual(JsonElement? a, JsonElement? b)
    {
        bool nothing = a is null or { ValueKind: JsonValueKind.Null };
        bool otherNothing = b is null or { ValueKind: JsonValueKind.Null };
        return nothing || otherNothing ? nothing && otherNothing : JsonElement.DeepEquals(a ?? default, b ?? default);
    }
}
