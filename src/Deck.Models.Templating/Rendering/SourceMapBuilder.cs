using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>Records where the text of a template comes from while it is rendered.</summary>
internal sealed class SourceMapBuilder(SourceText source)
{
    private readonly ImmutableArray<SourceMapSegment>.Builder segments = ImmutableArray.CreateBuilder<SourceMapSegment>();

    /// <summary>The text from an offset on comes from a span of the template, character by character where it is verbatim.</summary>
    public void Add(int start, TextSpan origin, bool isVerbatim)
    {
        if (isVerbatim && source.Content.AsSpan(origin.Start, origin.Length).Contains('\r'))
        {
            AddLines(start, origin);
            return;
        }

        if (origin.Length > 0)
        {
            segments.Add(new SourceMapSegment(start, new Location(source, origin), isVerbatim));
        }
    }

    public SourceMap Build() => new(segments.ToImmutable());

    /// <summary>A line break `\r\n` is one character in the output: each line is a segment of its own.</summary>
    private void AddLines(int start, TextSpan origin)
    {
        string content = source.Content;
        int from = origin.Start;
        while (from < origin.End)
        {
            int line = content.AsSpan(from, origin.End - from).IndexOf('\r');
            int to = line < 0 ? origin.End : from + line + 1;
            segments.Add(new SourceMapSegment(start, new Location(source, TextSpan.Between(from, to)), true));
            start += to - from;
            from = to < origin.End && line >= 0 && content[to] == '\n' ? to + 1 : to;
        }
    }
}
