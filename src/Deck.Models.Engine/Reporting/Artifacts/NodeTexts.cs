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

    private readonly ArrayBufferWriter<byte> text = new(1 << 18);
    private readonly List<int> ends = [];
    private ArraySegment<Node> nodes;

    /// <summary>Makes the texts of these nodes in place of those made before.</summary>
    public void Fill(ArraySegment<Node> some, Action<Utf8JsonWriter, Node> write)
    {
        nodes = some;
        text.ResetWrittenCount();
        ends.Clear();
        using Utf8JsonWriter json = new(text, Options);
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
