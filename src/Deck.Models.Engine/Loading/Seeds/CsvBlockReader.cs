using System.Buffers;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Cuts a CSV file into blocks of whole records; the memory that it takes is that of the blocks at work.</summary>
/// <param name="file">UTF-8 without a byte order mark.</param>
/// <param name="size">The bytes of a block; a record that is longer has one of its own.</param>
internal sealed class CsvBlockReader(Stream file, CsvDialect dialect, int size = CsvBlockReader.UsualSize)
{
    public const int UsualSize = 512 * 1024;

    private byte[] rest = [];
    private long offset;
    private bool isAtEnd;

    /// <summary>The next block, or null at the end.</summary>
    /// <exception cref="IOException">The file cannot be read, or a record is longer than an array.</exception>
    public CsvBlock? Next()
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Max(size, rest.Length));
        rest.CopyTo(buffer, 0);
        int length = rest.Length;
        int cut = 0;
        while (cut == 0 && !isAtEnd)
        {
            buffer = length < buffer.Length ? buffer : Larger(buffer);
            length += file.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            isAtEnd = length < buffer.Length;
            cut = isAtEnd ? length : CsvCut.Find(buffer.AsSpan(0, length), dialect);
        }

        CsvBlock block = new(buffer, ..cut, offset);
        rest = buffer[cut..length];
        offset += cut;
        return cut > 0 ? block : null;
    }

    /// <summary>All blocks from here on.</summary>
    public IEnumerable<CsvBlock> Rest()
    {
        while (Next() is { } block)
        {
            yield return block;
        }
    }

    private static byte[] Larger(byte[] buffer)
    {
        if (buffer.Length == Array.MaxLength)
        {
            throw new IOException("a row is longer than two gigabytes");
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, Array.MaxLength));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
