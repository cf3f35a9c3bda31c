using System.Buffers;
using System.Collections.Immutable;
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
    /// <param name="bounds">Learns where each begins and ends.</param>
    public void CopyTo(Utf8JsonWriter json, ImmutableArray<long>.Builder bounds)
    {
        int start = 0;
        for (int i = 0; i < ends.Count; i++)
        {
            json.WritePropertyName(nodes[i].Id.Value);
            long at = json.BytesCommitted + json.BytesPending;
            json.WriteRawValue(text.WrittenSpan[start..ends[i]], skipInputValidation: true);
            bounds.Add(at);
            bounds.Add(at + ends[i] - start);
            start = ends[i];
        }
    }
}
