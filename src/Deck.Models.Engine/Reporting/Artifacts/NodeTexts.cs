using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>Some nodes as JSON texts, made on all cores to be put into the artifact in order.</summary>
internal sealed class NodeTexts
{
    /// <summary>How many nodes fit in.</summary>
    public const int Most = Rows * RowLength;

    private const int Rows = 16;
    private const int RowLength = 32;

    /// <summary>Only what JSON asks to be escaped is: an artifact is not put into a page of HTML as it is.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly NodeTextRow[] rows = [.. Enumerable.Range(0, Rows).Select(_ => new NodeTextRow())];
    private int count;

    /// <summary>Makes the texts of these nodes.</summary>
    public void Fill(Node[] nodes, Action<Utf8JsonWriter, Node> write)
    {
        count = (nodes.Length + RowLength - 1) / RowLength;
        Parallel.For(0, count, i => rows[i].Fill(new ArraySegment<Node>(nodes, i * RowLength, Math.Min(RowLength, nodes.Length - (i * RowLength))), write));
    }

    /// <summary>Writes each node that is there as a property by its id, and forgets it.</summary>
    /// <param name="bounds">Learns where each begins and ends.</param>
    public void CopyTo(Utf8JsonWriter json, ImmutableArray<long>.Builder bounds)
    {
        for (int i = 0; i < count; i++)
        {
            rows[i].CopyTo(json, bounds);
            json.Flush();
        }

        count = 0;
    }
}
