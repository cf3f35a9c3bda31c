using System.Text;

namespace Deck.Models.Text;

/// <summary>Writes a diagnostic as plain text: the headline, the line it stands on with a marker below, details, related places, hints.</summary>
public static class DiagnosticFormatter
{
    private const int WidestLine = 160;

    /// <summary>Several lines without a final line break, readable without colour.</summary>
    public static string Format(Diagnostic diagnostic)
    {
        StringBuilder text = new();
        Location? place = diagnostic.Location?.InFile;
        if (place is not null)
        {
            text.Append(place).Append(": ");
        }

        text.Append(SeverityName(diagnostic.Severity)).Append(' ').Append(diagnostic.Code).Append(": ").Append(diagnostic.Message);
        if (place is { IsFileOnly: false, Text.Content.Length: > 0 })
        {
            AppendExcerpt(text, place);
        }

        foreach (string detail in diagnostic.Details)
        {
            text.Append('\n').Append("  ").Append(detail);
        }

        foreach (RelatedLocation related in diagnostic.Related)
        {
            text.Append('\n').Append("  ").Append(related.Label).Append(" at ").Append(related.Location);
        }

        foreach (string hint in diagnostic.Hints)
        {
            text.Append('\n').Append("hint: ").Append(hint);
        }

        return text.ToString();
    }

    public static string SeverityName(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    private static void AppendExcerpt(StringBuilder text, Location place)
    {
        LinePosition position = place.Position;
        ReadOnlySpan<char> line = place.Text.LineAt(position.Line);
        int column = Math.Min(position.Column, line.Length + 1);
        int from = column > WidestLine ? column - (WidestLine / 2) : 0;
        ReadOnlySpan<char> shown = line[from..Math.Min(line.Length, from + WidestLine)];
        string gutter = $"  {position.Line} | ";
        text.Append('\n').Append(gutter).Append(shown);
        text.Append('\n').Append(' ', gutter.Length - 2).Append("| ");
        foreach (char c in line[from..(column - 1)])
        {
            text.Append(c == '\t' ? '\t' : ' ');
        }

        int room = Math.Max(1, shown.Length - (column - 1 - from));
        text.Append('^', Math.Clamp(place.Span.Length, 1, room));
    }
}
