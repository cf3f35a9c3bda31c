using System.Text;
using Deck.Models.Templating.Rendering;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Injection;

/// <summary>Joins rendered texts and text of our own into one, with one source map.</summary>
internal sealed class MappedTextBuilder
{
    private readonly StringBuilder text = new();
    private readonly List<SourceMapSegment> segments = [];

    /// <summary>Adds text that no template wrote; its place is the given one.</summary>
    public MappedTextBuilder Append(string added, Location origin)
    {
        if (added.Length > 0)
        {
            segments.Add(new SourceMapSegment(text.Length, origin, false));
            text.Append(added);
        }

        return this;
    }

    public MappedTextBuilder Append(RenderedText added) => Append(added, 0, added.Text.Length);

    /// <summary>Adds the part of a rendered text from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public MappedTextBuilder Append(RenderedText added, int start, int end)
    {
        foreach (SourceMapSegment segment in added.Map.Segments)
        {
            if (segment.Start >= end)
            {
                break;
            }

            int cut = Math.Max(0, start - segment.Start);
            segments.Add(new SourceMapSegment(text.Length + segment.Start + cut - start, Cut(segment, cut), segment.Verbatim));
        }

        text.Append(added.Text, start, end - start);
        return this;
    }

    public RenderedText Build()
    {
        // Segments before a part's start were moved onto it: the last one at a place is the one that covers it.
        List<SourceMapSegment> unique = [];
        foreach (SourceMapSegment segment in segments)
        {
            if (unique.Count > 0 && unique[^1].Start == segment.Start)
            {
                unique.RemoveAt(unique.Count - 1);
            }

            unique.Add(segment);
        }

        return new RenderedText(text.ToString(), new SourceMap([.. unique]));
    }

    private static Location Cut(SourceMapSegment segment, int cut) => segment.Verbatim && cut > 0
        ? segment.Origin with { Span = new TextSpan(segment.Origin.Span.Start + cut, Math.Max(0, segment.Origin.Span.Length - cut)) }
        : segment.Origin;
}
