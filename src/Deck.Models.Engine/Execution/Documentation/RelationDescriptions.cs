using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Execution.Documentation;

/// <summary>Reads kinds, owners, comments and columns of relations, of however many in one query.</summary>
public static class RelationDescriptions
{
    private const string Query = """
        select n.nspname, c.relname,
               case c.relkind when 'v' then 'VIEW' when 'm' then 'MATERIALIZED VIEW' else 'BASE TABLE' end,
               pg_catalog.pg_get_userbyid(c.relowner), pg_catalog.obj_description(c.oid, 'pg_class'),
               a.attname, a.attnum, pg_catalog.format_type(a.atttypid, a.atttypmod), pg_catalog.col_description(c.oid, a.attnum)
        from pg_catalog.jsonb_array_elements($1::jsonb) as wanted
        join pg_catalog.pg_namespace as n on n.nspname = (wanted ->> 0)::name
        join pg_catalog.pg_class as c on c.relnamespace = n.oid and c.relname = (wanted ->> 1)::name
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid
        where c.relkind in ('r', 'v', 'f', 'p', 'm') and c.relpersistence <> 't' and a.attnum > 0 and not a.attisdropped
        order by n.nspname, c.relname, a.attnum
        """;

    /// <summary>Those of the relations that exist, by schema and name. Their database is that of the session.</summary>
    public static async Task<IReadOnlyList<DescribedRelation>> ReadAsync(IDatabaseSession session, IEnumerable<RelationName> relations, CancellationToken cancellation)
    {
        ListValue wanted = Value.List(relations.Distinct().Select(r => Value.List(Value.Of(r.Schema), Value.Of(r.Identifier))));
        SqlStatement statement = SqlStatement.Of(Query, Encoding.UTF8.GetString(JsonValues.ToBytes(wanted)));
        IReadOnlyList<QueryResult> answers = await session.ExecuteAsync(SqlBatch.Separate(statement), cancellation).ConfigureAwait(false);
        return [.. answers[0].Rows.GroupBy(row => new RelationName(null, Text(row, 0), Text(row, 1))).Select(Describe)];
    }

    private static DescribedRelation Describe(IGrouping<RelationName, string?[]> rows)
    {
        string?[] first = rows.First();
        return new DescribedRelation
        {
            Name = rows.Key,
            Type = Text(first, 2),
            Owner = Text(first, 3),
            Comment = first[4],
            Columns = [.. rows.Select(row => new DescribedColumn(Text(row, 5), int.Parse(Text(row, 6), CultureInfo.InvariantCulture), Text(row, 7), row[8]))],
        };
    }

    private static string Text(string?[] row, int column) => row[column] ?? "";
}
