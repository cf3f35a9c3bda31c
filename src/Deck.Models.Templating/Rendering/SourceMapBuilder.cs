using Deck.Models.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>Records where the text of a template comes from while it is rendered.</summary>
/// <remarks>Few maps are ever read, so a stretch is four numbers until one is.</remarks>
internal sealed class SourceMapBuilder(SourceText source)
{
    private const int Numbers = 4;

    private readonly bool hasReturns = source.Content.Contains('\r');
    private int[] stretches = new int[Numbers * 16];
    private int count;

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
        if (count == stretches.Length)
        {
            int[] larger = new int[count * 2];
            Array.Copy(stretches, larger, count);
            stretches = larger;
        }

        stretches[count] = start;
        stretches[count + 1] = origin.Start;
        stretches[count + 2] = origin.Length;
        stretches[count + 3] = isVerbatim ? 1 : 0;
        count += Numbers;
    }

    private SourceMapSegment[] Expand()
    {
        SourceMapSegment[] segments = new SourceMapSegment[count / Numbers];
        for (int i = 0; i < segments.Length; i++)
        {
            ReadOnlySpan<int> stretch = stretches.AsSpan(i * Numbers, Numbers);
            segments[i] = new SourceMapSegment(stretch[0], new Location(source, new TextSpan(stretch[1], stretch[2])), stretch[3] == 1);
        }

        return segments;
    }
}
