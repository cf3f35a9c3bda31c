using System.Collections.Immutable;
using Deck.Models.Engine.Execution;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>An index that a relation has.</summary>
/// <param name="Columns">Its columns and expressions as the server writes them.</param>
/// <param name="IsKey">True for a unique index of all rows on columns only.</param>
internal sealed record ExistingIndex(string Name, string Method, bool Unique, ImmutableArray<string> Columns, bool IsKey)
{
    /// <summary>Asks for a relation's indexes, for <see cref="Read"/>.</summary>
    public static string Query(string relation) => $"""
        select i.relname::text, m.amname::text, x.indisunique,
          (select string_agg(pg_catalog.pg_get_indexdef(x.indexrelid, n, true), E'\n' order by n) from generate_series(1, x.indnkeyatts::int) n),
          x.indisunique and x.indisvalid and x.indpred is null and x.indexprs is null and c.relispopulated
        from pg_catalog.pg_index x
        join pg_catalog.pg_class i on i.oid = x.indexrelid
        join pg_catalog.pg_class c on c.oid = x.indrelid
        join pg_catalog.pg_am m on m.oid = i.relam
        where x.indrelid = {SqlLiteral.Of(relation)}::pg_catalog.regclass
        order by i.relname
        """;

    public static ImmutableArray<ExistingIndex> Read(QueryResult result) =>
        [.. result.Rows.Select(r => new ExistingIndex(r[0] ?? "", r[1] ?? "", r[2] == "t", [.. (r[3] ?? "").Split('\n')], r[4] == "t"))];
}
