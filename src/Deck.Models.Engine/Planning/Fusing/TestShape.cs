using Deck.Models.Engine.Compilation;

namespace Deck.Models.Engine.Planning.Fusing;

/// <summary>
/// Recognises tests by their compiled SQL, whoever wrote the macro that made it: a test that says what one of these shapes says, and
/// nothing more, can be counted beside others in one scan.
/// </summary>
internal static class TestShape
{
    /// <summary>The test as a count, or null where it has to run by itself.</summary>
    public static FusableTest? Find(CompiledModel test) =>
        SqlTokens.TryRead(test.Sql, out SqlTokens? sql) ? FindRows(test, sql) ?? FindUnique(test, sql) ?? FindValues(test, sql) : null;

    /// <summary>`select … from ROWS where CONDITION`, of which the failures are the rows: `not_null`, `expression_is_true`.</summary>
    private static FusableTest? FindRows(CompiledModel test, SqlTokens sql)
    {
        int from = sql.Find("from", 1);
        int where = sql.Find("where", from + 1);
        if (!sql.Is(0, "select") || from < 0 || where < 0 || !ScannedRows.IsCondition(sql, where + 1, sql.Count))
        {
            return null;
        }

        string condition = sql.Between(where + 1, sql.Count);
        return NamesNothingElse(sql, from, where + 1) ? Make(test, FusedKind.Rows, sql.Between(from + 1, where), condition) : null;
    }

    /// <summary>What dbt's `unique` says.</summary>
    private static FusableTest? FindUnique(CompiledModel test, SqlTokens sql)
    {
        int named = sql.Find("as", 1);
        int from = sql.Find("from", named + 1);
        int where = sql.Find("where", from + 1);
        if (named < 0 || from < 0 || where < 0 || !IsValue(sql, 1, named))
        {
            return null;
        }

        string value = sql.Between(1, named);
        string rows = sql.Between(from + 1, where);
        return sql.Reads($"select {value} as unique_field, count(*) as n_records from {rows} where {value} is not null group by {value} having count(*) > 1")
            ? Make(test, FusedKind.Unique, rows, value)
            : null;
    }

    /// <summary>What dbt's `accepted_values` says of a list of literals.</summary>
    private static FusableTest? FindValues(CompiledModel test, SqlTokens sql)
    {
        int named = sql.Find("as", 5, depth: 1);
        int from = sql.Find("from", named + 1, depth: 1);
        int group = sql.Find("group", from + 1, depth: 1);
        int list = sql.Count - 2;
        if (named < 0 || from < 0 || group < 0 || !IsValue(sql, 5, named) || FindListStart(sql) is not { } start)
        {
            return null;
        }

        string value = sql.Between(5, named);
        string rows = sql.Between(from + 1, group);
        string literals = sql.Between(start, list + 1);
        return sql.Reads(
                $"with all_values as (select {value} as value_field, count(*) as n_records from {rows} group by {value}) select * from all_values where value_field not in ({literals})")
            ? Make(test, FusedKind.Values, rows, $"({value}) not in ({literals})") is { } made ? made with { Grouped = value } : null
            : null;
    }

    /// <summary>Where the list of literals that ends the query begins; null where there is none, or where it holds more than literals.</summary>
    private static int? FindListStart(SqlTokens sql)
    {
        int start = sql.Count - 1;
        while (start > 0 && IsOfList(sql[start - 1]))
        {
            start--;
        }

        return start < sql.Count - 1 && sql.Is(start - 1, "(") && sql.Is(sql.Count - 1, ")") ? start : null;
    }

    private static bool IsOfList(SqlToken token) =>
        token.IsText || token.IsNumber || token.Is(",") || token.Is("-") || token.Is("true") || token.Is("false") || token.Is("null");

    /// <summary>True where the columns of the result are `*`, a number, or what the condition begins with: a name that does not exist is missed in the condition as well.</summary>
    private static bool NamesNothingElse(SqlTokens sql, int from, int condition)
    {
        int columns = from - 1;
        if (columns == 1 && (sql.Is(1, "*") || sql[1].IsNumber))
        {
            return true;
        }

        bool isStart = columns > 0 && condition + columns < sql.Count && sql.Is(condition + columns, "is");
        for (int i = 0; i < columns && isStart; i++)
        {
            isStart = sql[1 + i].Text == sql[condition + i].Text;
        }

        return isStart;
    }

    /// <summary>An expression over one row that is no number: `group by 1` means a column.</summary>
    private static bool IsValue(SqlTokens sql, int from, int to) => ScannedRows.IsCondition(sql, from, to) && sql.Any(from, to, t => t.IsName);

    private static FusableTest? Make(CompiledModel test, FusedKind kind, string source, string expression) =>
        CountVerdict.TryRead(test.Node.Config, out CountVerdict? verdict) && ScannedRows.TryRead(source, out ScannedRows? rows) && (kind == FusedKind.Unique || rows.MayBeAskedOfRelation(expression))
            ? new FusableTest(test, kind, rows, expression, verdict)
            : null;
}
