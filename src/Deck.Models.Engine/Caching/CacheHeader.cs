using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Deck.Models.Engine.Caching.Format;

namespace Deck.Models.Engine.Caching;

/// <summary>The first bytes of the cache: that it is one, of this very tool, whole, and where its parts begin.</summary>
internal sealed record CacheHeader
{
    /// <summary>Position of the table of sources.</summary>
    public required int Sources { get; init; }

    /// <summary>Position of the table of texts.</summary>
    public required int Texts { get; init; }

    /// <summary>Position of what was asked of the files.</summary>
    public required int Inputs { get; init; }

    /// <summary>Position of the resolved project with what else has to be the same for it to be of use; 0 where it cannot be kept as a whole.</summary>
    public required int Project { get; init; }

    /// <summary>Position of what each file and each text gave.</summary>
    public required int Pieces { get; init; }

    /// <summary>Bytes of the header.</summary>
    public const int Size = Checked + (6 * sizeof(int));

    private const long Mark = 0x31_65_68_63_61_43_4D_44;
    private const int ChecksumAt = 24;
    private const int Checked = ChecksumAt + sizeof(int);

    /// <summary>Fills in the header of a content that begins with as many free bytes.</summary>
    public void WriteTo(Span<byte> content)
    {
        BinaryPrimitives.WriteInt64LittleEndian(content, Mark);
        ToolIdentity.Bytes.CopyTo(content[sizeof(long)..]);
        Span<byte> rest = content[Checked..];
        BinaryPrimitives.WriteInt32LittleEndian(rest, content.Length);
        BinaryPrimitives.WriteInt32LittleEndian(rest[4..], Sources);
        BinaryPrimitives.WriteInt32LittleEndian(rest[8..], Texts);
        BinaryPrimitives.WriteInt32LittleEndian(rest[12..], Inputs);
        BinaryPrimitives.WriteInt32LittleEndian(rest[16..], Project);
        BinaryPrimitives.WriteInt32LittleEndian(rest[20..], Pieces);
        BinaryPrimitives.WriteUInt32LittleEndian(content[ChecksumAt..], ChecksumOf(content[Checked..]));
    }

    /// <summary>The header, or null for what another version wrote, or what was cut off or damaged.</summary>
    public static CacheHeader? Read(ReadOnlySpan<byte> content)
    {
        bool known = content.Length >= Size && BinaryPrimitives.ReadInt64LittleEndian(content) == Mark
            && content.Slice(sizeof(long), ToolIdentity.Length).SequenceEqual(ToolIdentity.Bytes)
            && BinaryPrimitives.ReadInt32LittleEndian(content[Checked..]) == content.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(content[ChecksumAt..]) == ChecksumOf(content[Checked..]);
        return !known ? null : new CacheHeader
        {
            Sources = PlaceAt(content, 4), Texts = PlaceAt(content, 8), Inputs = PlaceAt(content, 12), Project = PlaceAt(content, 16), Pieces = PlaceAt(content, 20),
        };
    }

    private static int PlaceAt(ReadOnlySpan<byte> content, int offset) => BinaryPrimitives.ReadInt32LittleEndian(content[(Checked + offset)..]);

    private static uint ChecksumOf(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            sum = BitOperations.Crc32C(sum, word);
        }

        foreach (byte last in bytes[(words.Length * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, last);
        }

        return sum;
    }
}
