using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>An agate table as the CSV that `print_csv` writes.</summary>
internal sealed class QueryTableCsv
{
    private readonly StringBuilder text = new();
    private readonly string delimiter = ",";
    private readonly string lineEnd = "\n";
    private readonly bool isNumbered;

    private QueryTableCsv(DictValue options)
    {
        foreach ((Value name, Value option) in options.Table)
        {
            switch (name.ToText())
            {
                case "delimiter":
                    delimiter = option.ToText();
                    break;
                case "lineterminator":
                    lineEnd = option.ToText();
                    break;
                case "line_numbers":
                    isNumbered = option.IsTrue;
                    break;
                default:
                    throw TemplateException.TypeError($"'{name}' is an invalid keyword argument for this function");
            }
        }
    }

    /// <param name="table">What is written.</param>
    /// <param name="options">`delimiter`, `lineterminator`, `line_numbers`.</param>
    /// <exception cref="TemplateException">TypeError: another option.</exception>
    public static string Of(QueryTable table, DictValue options)
    {
        var csv = new QueryTableCsv(options);
        csv.Append("line_number", table.ColumnNames);
        int number = 0;
        foreach (MappedSequence row in table.Rows.Values.Items.Cast<MappedSequence>())
        {
            number++;
            csv.Append(number.ToString(), [.. row.Values.Items.Select(Cell)]);
        }

        return csv.text.ToString();
    }

    private static string Cell(Value value) =>
        value switch
        {
            NoneValue => "",
            DateTimeValue => value.ToText().Replace(' ', 'T'),
            _ => value.ToText(),
        };

    private void Append(string number, IReadOnlyList<string> cells)
    {
        IEnumerable<string> quoted = (isNumbered ? [number, .. cells] : cells).Select(Quote);
        string line = string.Join(delimiter, quoted);
        text.Append(line.Length == 0 && cells.Count == 1 ? "\"\"" : line).Append(lineEnd);
    }

    private string Quote(string cell)
    {
        string unix = cell.Replace('\r', '\n');
        bool isPlain = !unix.Contains(delimiter) && unix.AsSpan().IndexOfAny('"', '\n') < 0 && unix.AsSpan().IndexOfAny(lineEnd) < 0;
        return isPlain ? unix : $"\"{unix.Replace("\"", "\"\"")}\"";
    }
}
