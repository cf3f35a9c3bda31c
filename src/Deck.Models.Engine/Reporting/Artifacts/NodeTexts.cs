using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>Some nodes as JSON texts, made by one thread for another to put into the artifact.</summary>
internal sealed class NodeTexts
{
    /// <summary>Only what JSON asks to be escaped is: an artifact is not put into a page of HTML as it is.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> text = new(1 << 16);
    private readonly ArraySegment<Node> nodes;
    private readonly int[] ends;

    private NodeTexts(ArraySegment<Node> nodes)
    {
        this.nodes = nodes;
        ends = new int[nodes.Count];
    }

    public static NodeTexts Of(ArraySegment<Node> nodes, Action<Utf8JsonWriter, Node> write)
    {
        NodeTexts texts = new(nodes);
        using Utf8JsonWriter json = new(texts.text, Options);
        for (int i = 0; i < nodes.Count; i++)
        {
            write(json, nodes[i]);
            json.Flush();
            json.Reset();
            texts.ends[i] = texts.text.WrittenCount;
        }

        return texts;
    }

    /// <summary>Writes each node as a property by its id.</summary>
    public void CopyTo(Utf8JsonWriter json)
    {
        int start = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            json.WritePropertyName(nodes[i].Id.Value);
            json.WriteRawValue(text.WrittenSpan[start..ends[i]], skipInputValidation: true);
            start = ends[i];
        }
    }
}
