using System.Text;
using System.Text.Unicode;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Places in a seed's file for diagnostics. The file is not held in memory: it is read again up to the line in question.</summary>
internal sealed class SeedPlaces(IProjectFiles files, string path)
{
    public string Path => path;

    /// <summary>The whole line in which a byte stands.</summary>
    /// <param name="offset">Bytes of UTF-8 before it, without a byte order mark.</param>
    public Location LineAt(long offset)
    {
        using BufferedStream stream = new(SeedStream.Open(files.OpenRead(path)), 64 * 1024);
        int before = 0;
        int last = 0;
        for (long i = 0; i < offset; i++)
        {
            int next = stream.ReadByte();
            before += next == '\r' || (next == '\n' && last != '\r') ? 1 : 0;
            last = next;
        }

        using StreamReader reader = new(stream);
        string text = reader.ReadLine() ?? "";
        SourceText shown = new(path, new string('\n', before) + text);
        return new Location(shown, new TextSpan(before, Math.Max(1, text.Length)));
    }

    /// <summary>The first byte that is not UTF-8.</summary>
    public Diagnostic DescribeBadByte()
    {
        using Stream stream = new BufferedStream(files.OpenRead(path), 64 * 1024);
        List<byte> line = [];
        int number = 1;
        int next;
        while ((next = stream.ReadByte()) >= 0)
        {
            line.Add((byte)next);
            if (next != '\n')
            {
                continue;
            }

            if (!Utf8.IsValid(line.ToArray()))
            {
                break;
            }

            line.Clear();
            number++;
        }

        return Describe([.. line], number);
    }

    private Diagnostic Describe(byte[] line, int number)
    {
        char[] buffer = new char[line.Length + 1];
        Utf8.ToUtf16(line, buffer, out int read, out int written, replaceInvalidSequences: false);
        SourceText shown = new(path, new string('\n', number - 1) + new string(buffer, 0, written));
        string found = read < line.Length ? $"byte 0x{line[read]:X2} is" : "its bytes are";
        return Diagnostic.Error(LoadingCodes.BadEncoding, $"{found} not UTF-8", new Location(shown, new TextSpan(number - 1 + written, 1)))
            .WithHint("save the file as UTF-8");
    }
}
