using System.Collections.Immutable;
using System.Text;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.UnitTests;

/// <summary>The few rows of CSV that a unit test holds: a header, quotes where needed, empty cells null.</summary>
internal sealed class UnitTestCsv
{
    private UnitTestCsv(ImmutableArray<DictValue> rows) => Rows = rows;

    public ImmutableArray<DictValue> Rows { get; }

    /// <param name="place">Where the text stands, for mistakes in it.</param>
    public static Checked<UnitTestCsv> Parse(SourceText source, Location place)
    {
        List<List<string>> lines = Split(source.Content);
        if (lines.Count == 0)
        {
            return Check.Ok(new UnitTestCsv([]));
        }

        List<Diagnostic> mistakes = [];
        ImmutableArray<DictValue>.Builder rows = ImmutableArray.CreateBuilder<DictValue>();
        foreach (List<string> line in lines.Skip(1))
        {
            if (line.Count != lines[0].Count)
            {
                mistakes.Add(Diagnostic.Error(
                    ResolutionCodes.MalformedUnitTest, $"row {rows.Count + 1} has {line.Count} cells, and the header {lines[0].Count}", place));
            }

            rows.Add(new DictValue(lines[0].Zip(line, (column, cell) => KeyValuePair.Create(column, cell.Length == 0 ? Value.None : Value.Of(cell)))));
        }

        return Check.Ok(new UnitTestCsv(rows.ToImmutable()), mistakes);
    }

    /// <summary>Cells by line; blank lines do not count.</summary>
    private static List<List<string>> Split(string text)
    {
        List<List<string>> lines = [];
        int at = 0;
        while (at < text.Length)
        {
            List<string> cells = [];
            bool more = true;
            while (more)
            {
                cells.Add(ReadCell(text, ref at));
                more = at < text.Length && text[at] == ',';
                at++;
            }

            if (cells.Count > 1 || cells[0].Length > 0)
            {
                lines.Add(cells);
            }
        }

        return lines;
    }

    private static string ReadCell(string text, ref int at)
    {
        if (at < text.Length && text[at] == '"')
        {
            return ReadQuoted(text, ref at);
        }

        int start = at;
        SkipToEnd(text, ref at);
        return text[start..at].TrimEnd('\r');
    }

    /// <summary>A doubled quote inside stands for one.</summary>
    private static string ReadQuoted(string text, ref int at)
    {
        StringBuilder cell = new();
        for (at++; at < text.Length; at++)
        {
            bool pair = text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"';
            if (text[at] == '"' && !pair)
            {
                break;
            }

            cell.Append(text[at]);
            at += pair ? 1 : 0;
        }

        SkipToEnd(text, ref at);
        return cell.ToString();
    }

    private static void SkipToEnd(string text, ref int at)
    {
        while (at < text.Length && text[at] is not (',' or '\n'))
        {
            at++;
        }
    }
}
