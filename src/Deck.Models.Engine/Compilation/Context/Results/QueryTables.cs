using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Deck.Models.Engine.Execution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Results;

/// <summary>Results of queries as the tables that dbt gives templates: psycopg2's values in agate's table (spec/jinja.md, 7.5).</summary>
internal static class QueryTables
{
    public static QueryTable Empty() => QueryTable.Empty;

    /// <param name="result">What the server sent.</param>
    /// <param name="print">Where the table's `print_table` and its kin write.</param>
    public static QueryTable Of(QueryResult result, Action<string> print)
    {
        Value[][] rows = [.. result.Rows.Select(row => row.Select((text, i) => PythonValues.Read(text, result.Columns[i].TypeName)).ToArray())];
        return QueryTable.FromResult([.. result.Columns.Select(c => c.Name)], rows, print);
    }

    /// <summary>`adapter.convert_type`: the SQL type that a column of a table would be loaded as.</summary>
    public static Value SqlTypeOf(Value table, int column)
    {
        if (table is not QueryTable known || column < 0 || column >= known.ColumnTypes.Count)
        {
            throw TemplateException.TypeError($"convert_type() takes a table and the place of a column, not {table.TypeName} and {column}");
        }

        return Value.Of(known.ColumnTypes[column] switch
        {
            QueryColumnType.Integer or QueryColumnType.Number => NumberTypeOf(ValuesOf(known, column)),
            QueryColumnType.Date => "date",
            QueryColumnType.DateTime => "timestamp without time zone",
            QueryColumnType.Boolean => "boolean",
            _ => "text",
        });
    }

    /// <summary>dbt's type for whole numbers is always `integer`, and loading larger ones fails; this one holds all values.</summary>
    private static string NumberTypeOf(IEnumerable<Value> values)
    {
        BigInteger largest = 0;
        foreach (Value value in values.Where(v => !v.IsNone))
        {
            if (!BigInteger.TryParse(WithoutFinalZeros(value.ToText()), CultureInfo.InvariantCulture, out BigInteger whole))
            {
                return "float8";
            }

            largest = BigInteger.Max(largest, whole.Sign < 0 ? -(whole + 1) : whole);
        }

        return largest <= int.MaxValue ? "integer" : largest <= long.MaxValue ? "bigint" : "numeric";
    }

    private static string WithoutFinalZeros(string number) => number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;

    private static ImmutableArray<Value> ValuesOf(QueryTable table, int column) => table.Columns.Values.Items[column] is MappedSequence values ? values.Values.Items : [];
}
