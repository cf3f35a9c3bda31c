using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Deck.Models.Text;

/// <summary>Leads from a position in a generated text back to the text that it was generated from.</summary>
public sealed class SourceMap
{
    private readonly Lazy<SourceMapSegment[]> stretches;

    /// <param name="segments">Ordered by <see cref="SourceMapSegment.Start"/>.</param>
    public SourceMap(ImmutableArray<SourceMapSegment> segments) => stretches = new([.. segments]);

    /// <param name="segments">Makes the segments, ordered by <see cref="SourceMapSegment.Start"/>, when the map is first read.</param>
    public SourceMap(Func<SourceMapSegment[]> segments) => stretches = new(segments);

    public static SourceMap Empty { get; } = new([]);

    public ImmutableArray<SourceMapSegment> Segments => ImmutableCollectionsMarshal.AsImmutableArray(stretches.Value);

    /// <summary>The map of a text that is its source unchanged.</summary>
    public static SourceMap Identity(SourceText text) => new([new SourceMapSegment(0, new Location(text, new TextSpan(0, text.Content.Length)), true)]);

    /// <summary>The origin of the character at <paramref name="offset"/>, or null before the first stretch.</summary>
    /// <remarks>In verbatim text the place is exact and empty-handed (length 1); in an expression's output it is the whole expression.</remarks>
    public Location? OriginOf(int offset)
    {
        SourceMapSegment[] segments = stretches.Value;
        int low = 0;
        int high = segments.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            (low, high) = segments[middle].Start <= offset ? (middle + 1, high) : (low, middle - 1);
        }

        if (high < 0)
        {
            return null;
        }

        SourceMapSegment segment = segments[high];
        return segment.Verbatim
            ? segment.Origin with { Span = new TextSpan(segment.Origin.Span.Start + offset - segment.Start, 1) }
            : segment.Origin;
    }

    /// <summary>This map for a text in which the mapped one starts at <paramref name="offset"/>.</summary>
    public SourceMap Shift(int offset) => new([.. stretches.Value.Select(s => s with { Start = s.Start + offset })]);
}
