using System.Collections.Immutable;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.UnitTests;

/// <summary>Which columns an input of a unit test has: what is described with a type, what exists in the database, else what the rows name.</summary>
internal static class FixtureColumns
{
    /// <param name="node">The node that the rows stand for.</param>
    /// <returns>Null with a diagnostic where the rows name a column that is not there, or nothing is known at all.</returns>
    public static ImmutableArray<FixtureColumn>? Of(Node node, UnitTestRows rows, ExecuteScope scope, List<Diagnostic> diagnostics)
    {
        OrderedDictionary<string, FixtureColumn> columns = new(StringComparer.OrdinalIgnoreCase);
        bool complete = AddExisting(node, scope, columns);
        foreach (Column described in node.Columns)
        {
            // A described column that the relation lacks is as old as the description: it does not exist.
            if (!complete || columns.ContainsKey(described.Name))
            {
                string name = columns.TryGetValue(described.Name, out FixtureColumn? existing) ? existing.Name : described.Name;
                columns[described.Name] = new FixtureColumn(name, described.DataType ?? existing?.Type);
            }
        }

        return Check(node, rows, new KnownColumns(columns, complete), diagnostics) ? [.. columns.Values] : null;
    }

    private static bool AddExisting(Node node, ExecuteScope scope, OrderedDictionary<string, FixtureColumn> columns)
    {
        if (node.Relation is not { } relation || scope.Compilation.Introspection is null)
        {
            return false;
        }

        string name = SqlText.Literal((relation with { Database = null }).Quoted);
        QueryResult result = scope.Query($"""
            select attname, pg_catalog.format_type(atttypid, atttypmod)
            from pg_catalog.pg_attribute
            where attrelid = pg_catalog.to_regclass({name}) and attnum > 0 and not attisdropped
            order by attnum
            """);
        foreach (string?[] row in result.Rows)
        {
            columns[row[0] ?? ""] = new FixtureColumn(row[0] ?? "", row[1]);
        }

        return result.Rows.Count > 0;
    }

    private static bool Check(Node node, UnitTestRows rows, KnownColumns known, List<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        foreach (string name in rows.Rows.SelectMany(r => r.Entries.Keys).Select(k => k.ToText()).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (known.AreAll && !known.ByName.ContainsKey(name))
            {
                diagnostics.Add(Diagnostic
                    .Error(CompilationCodes.UnknownFixtureColumn, $"`{node.Name}` has no column `{name}`", rows.Location)
                    .WithHint(Spelling.DidYouMean(name, known.ByName.Keys) ?? $"its columns are {string.Join(", ", known.ByName.Keys.Select(c => $"`{c}`"))}"));
            }

            known.ByName.TryAdd(name, new FixtureColumn(name, null));
        }

        if (known.ByName.Count == 0)
        {
            diagnostics.Add(Diagnostic
                .Error(CompilationCodes.NoColumns, $"the columns of `{node.Name}` are not known: it is not built, and nothing describes them", rows.Location)
                .WithHint($"build it first, describe its columns with `data_type`, or give a row of `{node.Name}`"));
        }

        return diagnostics.Count == before;
    }

    /// <summary>The columns found so far.</summary>
    /// <param name="AreAll">Whether the database named them, so that there are no others.</param>
    private sealed record KnownColumns(OrderedDictionary<string, FixtureColumn> ByName, bool AreAll);
}
