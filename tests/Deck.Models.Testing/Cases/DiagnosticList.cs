using Deck.Models.Text;

namespace Deck.Models.Testing.Cases;

/// <summary>Diagnostics as text for expected outputs.</summary>
public static class DiagnosticList
{
    /// <summary>Every diagnostic as the user sees it, in order of place, a blank line between two.</summary>
    public static string Format(IEnumerable<Diagnostic> diagnostics) => string.Join("\n\n", diagnostics
        .OrderBy(d => d.Location?.InFile.Text.Path ?? "", StringComparer.Ordinal)
        .ThenBy(d => d.Location?.InFile.Span.Start ?? 0)
        .Select(DiagnosticFormatter.Format));
}
