using System.Buffers;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>A stretch of a CSV file, of whole records.</summary>
/// <param name="Buffer">From the shared pool.</param>
/// <param name="Range">The bytes of the buffer that are the block's: UTF-8.</param>
/// <param name="Offset">Bytes of the file before it, without a byte order mark.</param>
internal readonly record struct CsvBlock(byte[] Buffer, Range Range, long Offset)
{
    public ReadOnlyMemory<byte> Memory => Buffer.AsMemory(Range);

    public ReadOnlySpan<byte> Text => Memory.Span;

    /// <summary>What follows the first bytes.</summary>
    public CsvBlock Skip(int bytes) => this with { Range = (Range.Start.Value + bytes)..Range.End, Offset = Offset + bytes };

    /// <summary>Gives the buffer back; the block is not used any more.</summary>
    public void Return() => ArrayPool<byte>.Shared.Return(Buffer);
}
