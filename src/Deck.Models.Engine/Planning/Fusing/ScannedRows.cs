using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Planning.Fusing;

/// <summary>What a test reads: a relation, or the rows of it that its `where` names.</summary>
/// <param name="Text">As it stands behind `from`.</param>
/// <param name="Relation">The relation's name, as written.</param>
/// <param name="Condition">The test's `where`, or null.</param>
internal sealed record ScannedRows(string Text, string Relation, string? Condition)
{
    private const string Subquery = "dbt_subquery";

    /// <summary>Keywords that end a condition, or make one of it that is more than a question to a single row.</summary>
    private static readonly string[] BeyondConditions =
        ["select", "group", "having", "order", "limit", "offset", "fetch", "for", "union", "intersect", "except", "window", "over", "into"];

    private static readonly string[] SystemColumns = ["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "oid"];

    /// <summary>Reads `"db"."schema"."name"`, or `(select * from … where …) dbt_subquery`, which is how dbt applies a test's `where`.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out ScannedRows? rows)
    {
        rows = null;
        if (!SqlTokens.TryRead(text, out SqlTokens? tokens) || tokens.Count == 0)
        {
            return false;
        }

        if (IsRelation(tokens, 0, tokens.Count))
        {
            rows = new ScannedRows(text, text, null);
            return true;
        }

        int where = tokens.Find("where", 0, depth: 1);
        int end = tokens.Count - 2;
        bool isFiltered = tokens.Is(0, "(") && tokens.Is(1, "select") && tokens.Is(2, "*") && tokens.Is(3, "from") && tokens.Is(end, ")") && tokens[end].Depth == 0
            && tokens.Is(end + 1, Subquery) && where > 0 && IsRelation(tokens, 4, where) && IsCondition(tokens, where + 1, end);
        rows = isFiltered ? new ScannedRows(text, tokens.Between(4, where), tokens.Between(where + 1, end)) : null;
        return isFiltered;
    }

    /// <summary>True for a condition that one row answers by itself: without subqueries, and with nothing behind it.</summary>
    public static bool IsCondition(SqlTokens tokens, int from, int to) =>
        from < to && !tokens.Any(from, to, t => t.IsWord && BeyondConditions.Any(t.Is) && !(t.Is("for") && t.Depth > tokens[from].Depth));

    /// <summary>True where an expression names nothing that the relation has and its rows have not: the relation itself, or a system column.</summary>
    public bool MayBeAskedOfRelation(string expression)
    {
        if (Condition is null)
        {
            return true;
        }

        return SqlTokens.TryRead(Relation, out SqlTokens? name) && SqlTokens.TryRead(expression, out SqlTokens? tokens)
            && !tokens.Any(0, tokens.Count, t => t.IsName && (Plain(t) == Plain(name[name.Count - 1]) || SystemColumns.Contains(Plain(t))));
    }

    /// <summary>A name as PostgreSQL reads it.</summary>
    public static string Plain(SqlToken name) =>
        name.IsQuoted ? name.Text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : name.Text.ToLowerInvariant();

    private static bool IsRelation(SqlTokens tokens, int from, int to)
    {
        bool isName = (to - from) is 1 or 3 or 5;
        for (int i = from; i < to && isName; i++)
        {
            isName = (i - from) % 2 == 0 ? tokens[i].IsName : tokens[i].Is(".");
        }

        return isName;
    }
}
