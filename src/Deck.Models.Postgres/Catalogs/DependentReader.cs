using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Postgres.Catalogs;

/// <summary>Finds the views that would fall with a relation, through pg_depend and pg_rewrite, at any depth.</summary>
public static class DependentReader
{
    private const string Sql = """
        with recursive dependents(oid, depth) as (
            select r.ev_class, 1
            from pg_catalog.pg_depend d
            join pg_catalog.pg_rewrite r on r.oid = d.objid
            where d.classid = 'pg_catalog.pg_rewrite'::regclass and d.refclassid = 'pg_catalog.pg_class'::regclass
              and d.refobjid = pg_catalog.to_regclass($1::text) and r.ev_class <> d.refobjid
            union
            select r.ev_class, dependents.depth + 1
            from dependents
            join pg_catalog.pg_depend d on d.refobjid = dependents.oid
            join pg_catalog.pg_rewrite r on r.oid = d.objid
            where d.classid = 'pg_catalog.pg_rewrite'::regclass and d.refclassid = 'pg_catalog.pg_class'::regclass and r.ev_class <> d.refobjid
        )
        select n.nspname::text, c.relname::text, c.relkind::text, max(dependents.depth), pg_catalog.pg_get_viewdef(c.oid), pg_catalog.pg_get_userbyid(c.relowner)::text
        from dependents
        join pg_catalog.pg_class c on c.oid = dependents.oid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        group by n.nspname, c.oid, c.relname, c.relkind, c.relowner
        order by max(dependents.depth), n.nspname, c.relname
        """;

    /// <summary>Nearest first, so that building them in this order finds what each reads; empty where the relation does not exist. One round trip.</summary>
    public static async Task<IReadOnlyList<Dependent>> ReadAsync(IDatabaseSession session, RelationName relation, CancellationToken cancellation)
    {
        SqlBatch batch = SqlBatch.Separate(SqlStatement.Of(Sql, (relation with { Database = null }).Quoted));
        IReadOnlyList<QueryResult> results = await session.ExecuteAsync(batch, cancellation).ConfigureAwait(false);
        return [.. results[0].Rows.Select(Of)];
    }

    private static Dependent Of(string?[] row) =>
        new(new ExistingRelation(row[0] ?? "", row[1] ?? "", RelationKinds.Of(row[2])), int.TryParse(row[3], out int depth) ? depth : 1, row[4] ?? "", row[5] ?? "");
}
