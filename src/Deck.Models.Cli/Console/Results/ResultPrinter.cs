namespace Deck.Models.Cli.Console.Results;

/// <summary>Prints query results in the format asked for.</summary>
internal static class ResultPrinter
{
    public static void Print(TextWriter writer, IReadOnlyList<ShownResult> results, ResultFormat format)
    {
        if (format == ResultFormat.Json)
        {
            JsonResults.Write(writer, results);
            return;
        }

        for (int i = 0; i < results.Count; i++)
        {
            if (i > 0)
            {
                writer.WriteLine();
            }

            PrintOne(writer, results[i], format);
        }
    }

    private static void PrintOne(TextWriter writer, ShownResult shown, ResultFormat format)
    {
        switch (format)
        {
            case ResultFormat.Csv:
                CsvResults.Write(writer, shown);
                break;
            case ResultFormat.Markdown:
                MarkdownResults.Write(writer, shown);
                break;
            default:
                TableResults.Write(writer, shown);
                break;
        }
    }
}
