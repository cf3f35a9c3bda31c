using Deck.Models.Cli.Console.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Deck.Models.Cli.Console;

/// <summary>The last rows of a terminal, which are drawn again and again; what is to stay is written above them.</summary>
/// <remarks>
/// Every change erases the whole region first and goes out in one piece. The cursor stays behind the last row, without a line break,
/// so that the region never scrolls by itself; it is not hidden, since nothing would show it again after a kill.
/// </remarks>
internal sealed class LiveRegion(IAnsiConsole console)
{
    private const string Escape = "\u001b[";

    /// <summary>Widths of the rows on the screen.</summary>
    private int[] drawn = [];

    /// <summary>Shows these rows in place of those before.</summary>
    public void Draw(IReadOnlyList<Segment> rows) => Write([Erasure(), .. Laid(rows)]);

    /// <summary>Writes lines that stay, and the rows below them. The terminal breaks lines that are too long.</summary>
    public void ScrollBy(Segment lines, IReadOnlyList<Segment> rows) => Write([Erasure(), lines, Segment.LineBreak, .. Laid(rows)]);

    public void Clear() => Write([Erasure(), .. Laid([])]);

    private IEnumerable<Segment> Laid(IReadOnlyList<Segment> rows)
    {
        int width = Math.Max(1, console.Profile.Width - 1);
        Segment[] cut = [.. rows.Select(r => new Segment(TextWidth.KeepStart(r.Text, width), r.Style))];
        drawn = [.. cut.Select(r => TextWidth.Of(r.Text))];
        return cut.SelectMany((row, i) => i == 0 ? [row] : new[] { Segment.LineBreak, row });
    }

    /// <summary>Goes back to the region's start and clears the rest of the screen; rows that a terminal made narrower has broken count twice.</summary>
    private Segment Erasure()
    {
        int width = Math.Max(1, console.Profile.Width);
        int up = drawn.Sum(w => Math.Max(1, (w + width - 1) / width)) - 1;
        return Segment.Control(drawn.Length == 0 ? "" : up == 0 ? $"\r{Escape}0J" : $"\r{Escape}{up}A{Escape}0J");
    }

    private void Write(IEnumerable<Segment> segments) => console.Write(new Frame([.. segments]));

    /// <summary>Segments that are written as they are.</summary>
    private sealed class Frame(Segment[] segments) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => segments;
    }
}
