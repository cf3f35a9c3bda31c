using Deck.Models.Text;

namespace Deck.Models.Cli.Console;

/// <summary>Prints diagnostics as text, one blank line apart.</summary>
internal static class DiagnosticPrinter
{
    public static void Print(TextWriter writer, params IEnumerable<Diagnostic> diagnostics)
    {
        bool first = true;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (!first)
            {
                writer.WriteLine();
            }

            first = false;
            writer.WriteLine(DiagnosticFormatter.Format(diagnostic));
        }
    }
}
