using Deck.Models.Engine.Execution;

namespace Deck.Models.Cli.Console.Results;

/// <summary>Prints a result as a table of plain characters; a single row of several columns as one name and value a line.</summary>
internal static class TableResults
{
    private const string Null = "";

    public static void Write(TextWriter writer, ShownResult shown)
    {
        if (shown.Heading is { } heading)
        {
            writer.WriteLine(heading);
            writer.WriteLine(new string('-', TextWidth.Of(heading)));
        }

        QueryResult result = shown.Result;
        if (result.Columns.IsEmpty)
        {
            writer.WriteLine(result.CommandTag);
        }
        else if (result is { Rows.Count: 1, Columns.Length: > 2 })
        {
            WriteRecord(writer, result);
        }
        else
        {
            WriteRows(writer, result);
            string more = shown.IsCut ? ", more left out by --limit" : "";
            writer.WriteLine($"({result.Rows.Count} {(result.Rows.Count == 1 ? "row" : "rows")}{more})");
        }
    }

    private static void WriteRecord(TextWriter writer, QueryResult result)
    {
        int width = result.Columns.Max(c => TextWidth.Of(c.Name));
        for (int i = 0; i < result.Columns.Length; i++)
        {
            writer.WriteLine($"{TextWidth.PadRight(result.Columns[i].Name, width)}  {result.Rows[0][i] ?? Null}");
        }
    }

    private static void WriteRows(TextWriter writer, QueryResult result)
    {
        int[] widths = [.. result.Columns.Select((c, i) => result.Rows.Select(r => TextWidth.Of(Cell(r[i]))).Append(TextWidth.Of(c.Name)).Max())];
        writer.WriteLine(string.Join(" | ", result.Columns.Select((c, i) => TextWidth.PadRight(c.Name, widths[i]))).TrimEnd());
        writer.WriteLine(string.Join("-+-", widths.Select(w => new string('-', w))));
        foreach (string?[] row in result.Rows)
        {
            writer.WriteLine(string.Join(" | ", row.Select((v, i) => Align(Cell(v), widths[i], result.Columns[i]))).TrimEnd());
        }
    }

    private static string Align(string cell, int width, QueryColumn column) =>
        PostgresTypes.IsNumber(column.TypeName) ? TextWidth.PadLeft(cell, width) : TextWidth.PadRight(cell, width);

    private static string Cell(string? value) => value?.ReplaceLineEndings("↵") ?? Null;
}
