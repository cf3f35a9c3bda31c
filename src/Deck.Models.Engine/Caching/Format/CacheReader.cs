using System.Buffers.Binary;
using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>Reads one after the other what a <see cref="CacheWriter"/> wrote; used by one thread.</summary>
internal sealed class CacheReader(CacheContent content, int position)
{
    public CacheContent Content { get; } = content;

    public int Position { get; private set; } = position;

    public bool Flag() => Content.Bytes[Position++] != 0;

    public int Number()
    {
        ReadOnlySpan<byte> bytes = Content.Bytes;
        uint value = bytes[Position++];
        if (value < 0x80)
        {
            return (int)value;
        }

        value &= 0x7F;
        for (int shift = 7; ; shift += 7)
        {
            byte next = bytes[Position++];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (int)value;
            }
        }
    }

    public int Fixed() => Content.IntegerAt(Take(sizeof(int)));

    public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Content.Bytes[Take(sizeof(long))..]);

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Content.Bytes[Take(sizeof(double))..]);

    public ReadOnlySpan<byte> Bytes()
    {
        int length = Number();
        return Content.Bytes.Slice(Take(length), length);
    }

    public string? TextOrNull()
    {
        int id = Number();
        return id == 0 ? null : Content.TextOf(id - 1);
    }

    public string Text() => TextOrNull() ?? "";

    public ImmutableArray<string> Texts()
    {
        int count = Number();
        if (count == 0)
        {
            return [];
        }

        string[] some = new string[count];
        for (int i = 0; i < count; i++)
        {
            some[i] = Text();
        }

        return ImmutableArray.Create(some);
    }

    /// <summary>As many things as their number, which precedes them, says.</summary>
    public ImmutableArray<T> All<T>(Func<T> read)
        where T : class
    {
        int count = Number();
        if (count == 0)
        {
            return [];
        }

        ImmutableArray<T>.Builder all = ImmutableArray.CreateBuilder<T>(count);
        for (int i = 0; i < count; i++)
        {
            all.Add(read());
        }

        return all.MoveToImmutable();
    }

    public T? Optional<T>(Func<T> read)
        where T : class => Flag() ? read() : null;

    public SourceText? SourceOrNull() => SourceId() is { } id ? Content.SourceOf(id) : null;

    /// <summary>The number of a source in the table, or null for none.</summary>
    public int? SourceId()
    {
        int id = Number();
        return id == 0 ? null : id - 1;
    }

    public SourceText Source() => SourceOrNull() ?? new SourceText("", "");

    public Location? PlaceOrNull()
    {
        SourceText? source = SourceOrNull();
        return source is null ? null : new Location(source, new TextSpan(Number(), Number()));
    }

    public Location Place() => PlaceOrNull() ?? Location.OfFile("");

    /// <summary>Leaves out a part that its length precedes, and gives the position where it begins.</summary>
    public int SkipPart() => Take(Fixed());

    private int Take(int count)
    {
        int at = Position;
        Position += count;
        return at;
    }
}
