using System.Collections.Immutable;
using System.Text;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.UnitTests;

/// <summary>Writes the rows of a unit test as a query, each value cast to its column's type.</summary>
internal static class FixtureSql
{
    public static string Of(UnitTestRows rows, ImmutableArray<FixtureColumn> columns)
    {
        if (rows.Sql is { } sql)
        {
            return sql.Trim().TrimEnd(';');
        }

        ImmutableArray<FixtureColumn> typed = [.. columns.Select(c => c.Type is null ? c with { Type = ValueTypes.Infer(Cells(rows, c.Name)) } : c)];
        if (rows.Rows.IsEmpty)
        {
            return $"{Select(new DictValue(), typed, rows)}\nwhere false";
        }

        return string.Join("\nunion all\n", rows.Rows.Select(row => Select(row, typed, rows)));
    }

    /// <summary>A row's value, found whatever the case of its key; an empty field of a CSV text is null.</summary>
    public static Value Cell(DictValue row, string column, UnitTestRows rows)
    {
        foreach ((Value key, Value value) in row.Entries)
        {
            if (string.Equals(key.ToText(), column, StringComparison.OrdinalIgnoreCase))
            {
                return rows.Format == "csv" && value is StringValue { Text: "" } ? Value.None : value;
            }
        }

        return Value.None;
    }

    private static IEnumerable<Value> Cells(UnitTestRows rows, string column) => rows.Rows.Select(r => Cell(r, column, rows));

    private static string Select(DictValue row, ImmutableArray<FixtureColumn> columns, UnitTestRows rows)
    {
        StringBuilder text = new("select");
        for (int i = 0; i < columns.Length; i++)
        {
            FixtureColumn column = columns[i];
            text.Append(i == 0 ? "\n    " : ",\n    ")
                .Append($"cast({ValueTypes.ToSql(Cell(row, column.Name, rows), column.Type)} as {column.Type}) as {RelationName.Quote(column.Name)}");
        }

        return text.ToString();
    }
}
