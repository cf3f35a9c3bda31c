using System.Buffers.Binary;
using System.Text;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>What a <see cref="CacheWriter"/> wrote, with its tables: texts become strings when they are first asked for. Safe for several threads.</summary>
internal sealed class CacheContent
{
    /// <summary>In place of a source's parent: it is a text of its own.</summary>
    public const int WholeText = -1;

    /// <summary>In place of a source's parent: it is a block of the embedded library, which is not kept.</summary>
    public const int LibraryText = -2;

    private const int SourceSize = 4 * sizeof(int);

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly int textsAt;
    private readonly int sourcesAt;
    private readonly string?[] texts;
    private readonly SourceText?[] sources;

    /// <param name="sourcesAt">Where the table of sources begins.</param>
    /// <param name="textsAt">Where the table of texts begins.</param>
    public CacheContent(ReadOnlyMemory<byte> bytes, int sourcesAt, int textsAt)
    {
        this.bytes = bytes;
        this.sourcesAt = sourcesAt + sizeof(int);
        this.textsAt = textsAt + sizeof(int);
        sources = new SourceText?[IntegerAt(sourcesAt)];
        texts = new string?[IntegerAt(textsAt)];
    }

    public ReadOnlySpan<byte> Bytes => bytes.Span;

    public CacheReader ReaderAt(int position) => new(this, position);

    public int IntegerAt(int position) => BinaryPrimitives.ReadInt32LittleEndian(Bytes[position..]);

    public string TextOf(int id) => texts[id] ??= Decode(id);

    /// <summary>The same text for the same number, so that places in it are equal.</summary>
    public SourceText SourceOf(int id) => sources[id] ?? Interlocked.CompareExchange(ref sources[id], MakeSource(id), null) ?? SourceOf(id);

    /// <summary>Puts a text of this invocation in the place of an equal one, so that places in either are places in this one.</summary>
    public void Replace(int id, SourceText equal) => sources[id] = equal;

    private SourceText MakeSource(int id)
    {
        int at = sourcesAt + (id * SourceSize);
        int parent = IntegerAt(at + sizeof(int));
        int from = IntegerAt(at + (2 * sizeof(int)));
        int length = IntegerAt(at + (3 * sizeof(int)));
        return parent switch
        {
            WholeText => SourceText.Deferred(TextOf(IntegerAt(at)), () => Decode(from)),
            LibraryText => MacroLibrary.BlockAt(TextOf(IntegerAt(at)), from),
            _ => SourceOf(parent).DeferredSlice(new TextSpan(from, length)),
        };
    }

    private string Decode(int id)
    {
        int entry = textsAt + (id * sizeof(int));
        int start = textsAt + ((texts.Length + 1) * sizeof(int));
        int from = IntegerAt(entry);
        return Encoding.UTF8.GetString(Bytes[(start + from)..(start + IntegerAt(entry + sizeof(int)))]);
    }
}
