using System.Buffers;
using System.Text.Json;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>A few nodes as JSON texts, made by one thread in a buffer that is used again and again.</summary>
internal sealed class NodeTextRow
{
    private readonly ArrayBufferWriter<byte> text = new();
    private readonly List<int> ends = [];
    private ArraySegment<Node> nodes;

    /// <summary>Makes the texts of these nodes in place of those made before.</summary>
    public void Fill(ArraySegment<Node> some, Action<Utf8JsonWriter, Node> write)
    {
        nodes = some;
        text.ResetWrittenCount();
        ends.Clear();
        using Utf8JsonWriter json = new(text, NodeTexts.Options);
        foreach (Node node in some)
        {
            write(json, node);
            json.Flush();
            json.Reset();
            ends.Add(text.WrittenCount);
        }
    }

    /// <summary>Writes each node as a property by its id.</summary>
    public void CopyTo(Utf8JsonWriter json)
    {
        int start = 0;
        for (int i = 0; i < ends.Count; i++)
        {
            json.WritePropertyName(nodes[i].Id.Value);
            json.WriteRawValue(text.WrittenSpan[start..ends[i]], skipInputValidation: true);
            start = ends[i];
        }
    }
}
