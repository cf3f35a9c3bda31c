using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>An agate table as the text that `print_table` writes: columns of one width each between bars, numbers to the right.</summary>
internal sealed class QueryTableText
{
    private const string Ellipsis = "...";
    private const string CutNumber = "…";
    private const int MostDigits = 28;

    /// <summary>Texts that agate takes for missing values where it makes a table of names itself.</summary>
    private static readonly string[] NullTexts = ["", "na", "n/a", "none", "null", "."];

    private readonly QueryTable table;
    private readonly QueryTableLimits limits;
    private readonly int columns;
    private readonly StringBuilder text = new();

    private QueryTableText(QueryTable table, QueryTableLimits limits)
    {
        this.table = table;
        this.limits = limits;
        columns = limits.Columns ?? table.ColumnNames.Count;
    }

    /// <summary>The table within limits.</summary>
    public static string Of(QueryTable table, QueryTableLimits limits) => new QueryTableText(table, limits).Write();

    /// <summary>The columns of a table with their types.</summary>
    public static string Structure(QueryTable table, int? rows) =>
        Pairs("column", "data_type", table.ColumnNames.Zip(table.ColumnTypes, (name, type) => (name, type.ToString())), rows);

    /// <summary>A table of two columns of texts.</summary>
    public static string Pairs(string left, string right, IEnumerable<(string Left, string Right)> lines, int? rows)
    {
        Value[][] cells = [.. lines.Select(line => new[] { Known(line.Left), Known(line.Right) })];
        return Of(QueryTable.FromTyped([left, right], [QueryColumnType.Text, QueryColumnType.Text], cells), new QueryTableLimits(rows, null, null, null));
    }

    private static Value Known(string name) => NullTexts.Contains(name.Trim().ToLowerInvariant()) ? Value.None : Value.Of(name);

    private string Write()
    {
        int shownNames = columns < 0 ? Math.Max(table.ColumnNames.Count + columns, 0) : columns;
        List<string> names = [.. table.ColumnNames.Take(shownNames).Select(Clip)];
        if (columns < table.ColumnNames.Count)
        {
            names.Add(Ellipsis);
        }

        int rows = limits.Rows ?? table.Rows.Values.Items.Length;
        MappedSequence[] shown = [.. table.Rows.Values.Items.Take(rows).Cast<MappedSequence>()];
        Func<Value, string>[] formats =
            [.. table.ColumnTypes.Take(columns).Select((type, place) => Format(type, shown.Select(row => row.Values.Items[place])))];
        string[][] cells = [.. shown.Select(row => Cells(row, formats))];
        int[] widths = [.. names.Select((name, place) => Width(name, cells.Where(line => place < line.Length).Select(line => line[place])))];
        Append(names, widths);
        text.Append("| ").AppendJoin(" | ", widths.Select(width => new string('-', width))).Append(" |\n");
        foreach (string[] line in cells)
        {
            Append(line, widths);
        }

        if (rows < table.Rows.Values.Items.Length)
        {
            Append([.. names.Select(_ => Ellipsis)], widths);
        }

        return text.ToString();
    }

    private static int Width(string name, IEnumerable<string> cells) => cells.Append(name).Max(CodePoints.Count);

    private string[] Cells(MappedSequence row, Func<Value, string>[] formats)
    {
        var cells = new List<string>();
        for (int place = 0; place < row.Values.Items.Length; place++)
        {
            if (place >= columns)
            {
                cells.Add(Clip(Ellipsis));
                break;
            }

            Value value = row.Values.Items[place];
            cells.Add(Clip(value.IsNone ? "" : formats[place](value)));
        }

        return [.. cells];
    }

    /// <summary>How a column's values print: numbers with as many places as the longest has, up to the limit.</summary>
    private Func<Value, string> Format(QueryColumnType type, IEnumerable<Value> values)
    {
        if (type != QueryColumnType.Number)
        {
            return value => value.ToText().Replace('\n', '↵');
        }

        int places = Places(values);
        bool isCut = places > limits.Precision;
        string specification = $",.{Math.Max(isCut ? limits.Precision ?? 0 : places, 0)}f";
        return value => value is DecimalValue { Number.IsInfinite: false } number
            ? NumberFormat.OfDecimal(number.Number, specification) + (isCut ? CutNumber : "")
            : value.ToText();
    }

    private static int Places(IEnumerable<Value> values)
    {
        (int whole, int fraction) = (1, 0);
        foreach (DecimalValue value in values.OfType<DecimalValue>().Where(value => value.Number.IsFinite))
        {
            PythonDecimal number = DecimalFunctions.Normalize(value.Number);
            whole = Math.Max(whole, number.Digits + number.Exponent);
            fraction = Math.Max(fraction, -number.Exponent);
        }

        return whole + fraction > MostDigits ? Math.Max(MostDigits - whole, 0) : fraction;
    }

    private string Clip(string cell)
    {
        if (limits.Width is not int width || CodePoints.Count(cell) <= width)
        {
            return cell;
        }

        int[] points = CodePoints.Of(cell);
        int kept = width - Ellipsis.Length;
        return CodePoints.ToText(points.AsSpan(0, Math.Clamp(kept < 0 ? points.Length + kept : kept, 0, points.Length))) + Ellipsis;
    }

    private void Append(IReadOnlyList<string> cells, int[] widths)
    {
        text.Append('|');
        for (int place = 0; place < cells.Count; place++)
        {
            int blanks = Math.Max(widths[place] - CodePoints.Count(cells[place]), 0);
            bool isText = table.ColumnTypes[place] == QueryColumnType.Text;
            text.Append(place == 0 ? " " : "| ").Append(' ', isText ? 0 : blanks).Append(cells[place]).Append(' ', isText ? blanks : 0).Append(' ');
        }

        text.Append("|\n");
    }
}
