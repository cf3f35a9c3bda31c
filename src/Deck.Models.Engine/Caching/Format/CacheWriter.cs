using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>Writes the cache's own notation: numbers in as few bytes as they need, every text once, in a table behind the content.</summary>
/// <param name="capacity">Bytes to begin with.</param>
internal sealed class CacheWriter(int capacity)
{
    private readonly Dictionary<string, int> textIds = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly Dictionary<SourceText, int> sourceIds = [];
    private readonly List<SourceText> sources = [];
    private byte[] buffer = new byte[capacity];

    /// <summary>False where something came along that has no notation, such as a function in a config: nothing is to be kept then.</summary>
    public bool IsWhole { get; private set; } = true;

    public int Position { get; private set; }

    public Memory<byte> Memory => buffer.AsMemory(0, Position);

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Position);

    /// <summary>Says that a value has no notation.</summary>
    public void Refuse() => IsWhole = false;

    public void Flag(bool value) => Reserve(1)[0] = value ? (byte)1 : (byte)0;

    /// <summary>A number that is hardly ever negative.</summary>
    public void Number(int value)
    {
        uint rest = (uint)value;
        Span<byte> space = Room(5);
        int used = 0;
        while (rest >= 0x80)
        {
            space[used++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        space[used++] = (byte)rest;
        Position += used;
    }

    public void Fixed(int value) => BinaryPrimitives.WriteInt32LittleEndian(Reserve(sizeof(int)), value);

    public void Long(long value) => BinaryPrimitives.WriteInt64LittleEndian(Reserve(sizeof(long)), value);

    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Reserve(sizeof(double)), value);

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        Raw(bytes);
    }

    /// <summary>Bytes whose number the reader knows.</summary>
    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    public void Text(string? text) => Number(text is null ? 0 : IdOf(text) + 1);

    public void Texts(ImmutableArray<string> some)
    {
        Number(some.Length);
        foreach (string text in some)
        {
            Text(text);
        }
    }

    public void Numbers(int[] some)
    {
        Number(some.Length);
        foreach (int number in some)
        {
            Number(number);
        }
    }

    /// <summary>Things with their number before them.</summary>
    /// <param name="write">Static, so that nothing has to be made for it.</param>
    public void All<T>(ImmutableArray<T> all, Action<CacheWriter, T> write)
        where T : class
    {
        Number(all.Length);
        foreach (T one in all)
        {
            write(this, one);
        }
    }

    /// <summary>A thing, or that there is none.</summary>
    /// <param name="write">Static, so that nothing has to be made for it.</param>
    public void Optional<T>(T? one, Action<CacheWriter, T> write)
        where T : class
    {
        Flag(one is not null);
        if (one is not null)
        {
            write(this, one);
        }
    }

    /// <summary>Writes a part with its length before it; where something in it has no notation, nothing of it stays.</summary>
    /// <returns>Where the part begins, or null where it cannot be kept.</returns>
    public int? Part(Action write)
    {
        (int start, bool whole) = (Position, IsWhole);
        IsWhole = true;
        Fixed(0);
        write();
        bool kept = IsWhole;
        IsWhole = whole;
        if (!kept)
        {
            Position = start;
            return null;
        }

        Patch(start, Position - start - sizeof(int));
        return start + sizeof(int);
    }

    public void Place(Location? place)
    {
        Number(place is null ? 0 : IdOf(place.Text) + 1);
        if (place is not null)
        {
            Number(place.Span.Start);
            Number(place.Span.Length);
        }
    }

    public void Source(SourceText? source) => Number(source is null ? 0 : IdOf(source) + 1);

    /// <summary>Fills a place that <see cref="Fixed"/> kept free.</summary>
    public void Patch(int position, int value) => BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(position, sizeof(int)), value);

    /// <summary>Puts both tables behind the content and gives the position of each.</summary>
    public (int Sources, int Texts) Finish()
    {
        int sourcesAt = Position;
        Fixed(sources.Count);
        // Writing a slice may add its parent.
        for (int i = 0; i < sources.Count; i++)
        {
            WriteSource(sources[i]);
        }

        Patch(sourcesAt, sources.Count);
        int textsAt = Position;
        WriteTexts();
        return (sourcesAt, textsAt);
    }

    private void WriteSource(SourceText source)
    {
        Fixed(IdOf(source.Path));
        Fixed(source.Parent is not { } parent ? CacheContent.WholeText : MacroLibrary.Holds(source) ? CacheContent.LibraryText : IdOf(parent));
        Fixed(source.Parent is null ? IdOf(source.Content) : source.ParentOffset);
        Fixed(source.Content.Length);
    }

    private void WriteTexts()
    {
        Fixed(texts.Count);
        int table = Position;
        Reserve((texts.Count + 1) * sizeof(int));
        int start = Position;
        for (int i = 0; i < texts.Count; i++)
        {
            Patch(table + (i * sizeof(int)), Position - start);
            string text = texts[i];
            Position += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));
        }

        Patch(table + (texts.Count * sizeof(int)), Position - start);
    }

    private int IdOf(string text)
    {
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(textIds, text, out bool known);
        if (!known)
        {
            id = texts.Count;
            texts.Add(text);
        }

        return id;
    }

    private int IdOf(SourceText source)
    {
        if (!sourceIds.TryGetValue(source, out int id))
        {
            sourceIds.Add(source, id = sources.Count);
            sources.Add(source);
        }

        return id;
    }

    private Span<byte> Reserve(int count)
    {
        Span<byte> space = Room(count)[..count];
        Position += count;
        return space;
    }

    private Span<byte> Room(int count)
    {
        if (buffer.Length - Position < count)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length + (buffer.Length / 4), Position + count));
        }

        return buffer.AsSpan(Position);
    }
}
