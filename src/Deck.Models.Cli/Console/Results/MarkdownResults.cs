using Deck.Models.Engine.Execution;

namespace Deck.Models.Cli.Console.Results;

/// <summary>Prints a result as a table of GitHub's Markdown.</summary>
internal static class MarkdownResults
{
    public static void Write(TextWriter writer, ShownResult shown)
    {
        if (shown.Heading is { } heading)
        {
            writer.WriteLine($"### {heading}");
            writer.WriteLine();
        }

        QueryResult result = shown.Result;
        WriteRow(writer, result.Columns.Select(c => c.Name));
        WriteRow(writer, result.Columns.Select(c => PostgresTypes.IsNumber(c.TypeName) ? "---:" : "---"), raw: true);
        foreach (string?[] row in result.Rows)
        {
            WriteRow(writer, row.Select(v => v ?? ""));
        }
    }

    private static void WriteRow(TextWriter writer, IEnumerable<string> cells, bool raw = false) =>
        writer.WriteLine($"| {string.Join(" | ", raw ? cells : cells.Select(Escape))} |");

    private static string Escape(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings("<br>");
}
