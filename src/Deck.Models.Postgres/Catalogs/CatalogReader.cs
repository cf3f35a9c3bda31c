using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;

namespace Deck.Models.Postgres.Catalogs;

/// <summary>Reads which of some schemas exist and which relations they hold.</summary>
internal static class CatalogReader
{
    private const string Schemas = "select n.nspname::text from pg_catalog.pg_namespace n where n.nspname = any($1::text[])";

    private const string Relations = """
        select n.nspname::text, c.relname::text, c.relkind::text
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any($1::text[]) and c.relkind in ('r', 'p', 'v', 'm', 'f')
        """;

    private const string NextTransaction = "select pg_catalog.txid_snapshot_xmax(pg_catalog.txid_current_snapshot())";

    public static SqlBatch Query(IReadOnlyCollection<string> schemas)
    {
        string names = ArrayLiteral.Of(schemas);
        return SqlBatch.Atomic(SqlStatement.Of(Schemas, names), SqlStatement.Of(Relations, names), SqlStatement.Of(NextTransaction));
    }

    public static Catalog Read(IReadOnlyList<QueryResult> results) => new(
        results[0].Rows.Select(row => row[0] ?? ""),
        results[1].Rows.Select(row => new ExistingRelation(row[0] ?? "", row[1] ?? "", RelationKinds.Of(row[2]))))
    {
        NextTransaction = results[2].Rows[0][0],
    };
}
