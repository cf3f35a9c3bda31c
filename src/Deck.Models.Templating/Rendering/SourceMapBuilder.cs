using Deck.Models.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>Records where the text of a template comes from while it is rendered.</summary>
/// <remarks>Few maps are ever read, so a stretch is a few bytes until one is: how far it lies behind the one before, in both texts, and its length.</remarks>
internal sealed class SourceMapBuilder(SourceText source)
{
    private const int MostBytes = 15;

    private readonly bool hasReturns = source.Content.Contains('\r');
    private byte[] bytes = new byte[256];
    private int length;
    private int count;
    private int lastStart;
    private int lastOrigin;

    /// <summary>The text from an offset on comes from a span of the template, character by character where it is verbatim.</summary>
    public void Add(int start, TextSpan origin, bool isVerbatim)
    {
        if (isVerbatim && hasReturns)
        {
            AddLines(start, origin);
        }
        else if (origin.Length > 0)
        {
            AddStretch(start, origin, isVerbatim);
        }
    }

    public SourceMap Build() => new(Expand);

    /// <summary>A line break `\r\n` is one character in the output: each line is a stretch of its own.</summary>
    private void AddLines(int start, TextSpan origin)
    {
        string content = source.Content;
        int from = origin.Start;
        while (from < origin.End)
        {
            int line = content.AsSpan(from, origin.End - from).IndexOf('\r');
            int to = line < 0 ? origin.End : from + line + 1;
            AddStretch(start, TextSpan.Between(from, to), isVerbatim: true);
            start += to - from;
            from = to < origin.End && line >= 0 && content[to] == '\n' ? to + 1 : to;
        }
    }

    private void AddStretch(int start, TextSpan origin, bool isVerbatim)
    {
        if (bytes.Length - length < MostBytes)
        {
            Array.Resize(ref bytes, bytes.Length * 2);
        }

        int back = origin.Start - lastOrigin;
        Write((uint)(start - lastStart));
        Write((uint)((back << 1) ^ (back >> 31)));
        Write(((uint)origin.Length << 1) | (isVerbatim ? 1u : 0));
        lastStart = start;
        lastOrigin = origin.Start;
        count++;
    }

    /// <summary>Seven bits a byte, the lowest first; the highest bit says that more follow.</summary>
    private void Write(uint number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            bytes[length++] = (byte)(number | 0x80);
        }

        bytes[length++] = (byte)number;
    }

    private uint Read(ref int position)
    {
        uint number = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = bytes[position++];
            number |= (part & 0x7Fu) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }
    }

    private SourceMapSegment[] Expand()
    {
        SourceMapSegment[] segments = new SourceMapSegment[count];
        (int position, int start, int origin) = (0, 0, 0);
        for (int i = 0; i < segments.Length; i++)
        {
            start += (int)Read(ref position);
            uint back = Read(ref position);
            origin += (int)(back >> 1) ^ -(int)(back & 1);
            uint extent = Read(ref position);
            segments[i] = new SourceMapSegment(start, new Location(source, new TextSpan(origin, (int)(extent >> 1))), (extent & 1) == 1);
        }

        return segments;
    }
}
