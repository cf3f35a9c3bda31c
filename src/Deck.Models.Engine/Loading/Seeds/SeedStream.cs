using System.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Opens the file of a seed as UTF-8 without a byte order mark; another encoding of Unicode is known by its mark.</summary>
internal static class SeedStream
{
    /// <param name="file">At its start, and able to go back there; it is disposed with the result.</param>
    public static Stream Open(Stream file)
    {
        byte[] start = new byte[4];
        int read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        (Encoding? encoding, int mark) = EncodingOf(start.AsSpan(0, read));
        file.Position = mark;
        return encoding is null ? file : Encoding.CreateTranscodingStream(file, encoding, new UTF8Encoding(false));
    }

    private static (Encoding? Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (null, 3),
        [0xFF, 0xFE, 0, 0] => (new UTF32Encoding(bigEndian: false, byteOrderMark: false), 4),
        [0, 0, 0xFE, 0xFF] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false), 2),
        _ => (null, 0),
    };
}
