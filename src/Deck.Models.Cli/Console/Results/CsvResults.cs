using System.Buffers;

namespace Deck.Models.Cli.Console.Results;

/// <summary>Prints a result as CSV (RFC 4180): NULL is an empty field, an empty text a quoted one.</summary>
internal static class CsvResults
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    public static void Write(TextWriter writer, ShownResult shown)
    {
        if (shown.Heading is { } heading)
        {
            writer.WriteLine($"# {heading}");
        }

        writer.WriteLine(string.Join(',', shown.Result.Columns.Select(c => Field(c.Name))));
        foreach (string?[] row in shown.Result.Rows)
        {
            writer.WriteLine(string.Join(',', row.Select(Field)));
        }
    }

    private static string Field(string? value) => value switch
    {
        null => "",
        "" => "\"\"",
        _ => value.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value,
    };
}
