using System.Collections.Immutable;
using System.Text;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.UnitTests;

/// <summary>The few rows of CSV that a unit test holds: a header, quotes where needed, cells stripped, empty cells null.</summary>
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

    private static List<List<string>> Split(string text)
    {
        List<List<string>> lines = [];
        List<string> cells = [];
        StringBuilder cell = new();
        bool quoted = false;
        bool wasQuoted = false;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                bool pair = c == '"' && i + 1 < text.Length && text[i + 1] == '"';
                quoted = c != '"' || pair;
                i += pair ? 1 : 0;
                cell.Append(quoted ? c.ToString() : "");
                continue;
            }

            if (c is ',' or '\n')
            {
                cells.Add(wasQuoted ? cell.ToString() : cell.ToString().Trim());
                cell.Clear();
                wasQuoted = false;
                AddLine(lines, ref cells, c == '\n');
            }
            else if (c == '"' && string.IsNullOrWhiteSpace(cell.ToString()))
            {
                cell.Clear();
                (quoted, wasQuoted) = (true, true);
            }
            else if (!wasQuoted)
            {
                cell.Append(c);
            }
        }

        return lines;
    }

    /// <summary>Ends a line; blank lines do not count.</summary>
    private static void AddLine(List<List<string>> lines, ref List<string> cells, bool ends)
    {
        if (!ends)
        {
            return;
        }

        if (cells.Count > 1 || cells[0].Length > 0)
        {
            lines.Add(cells);
        }

        cells = [];
    }
}
