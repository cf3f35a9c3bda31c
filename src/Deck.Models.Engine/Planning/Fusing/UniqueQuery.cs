using Deck.Models.Engine.Compilation;

namespace Deck.Models.Engine.Planning.Fusing;

/// <summary>
/// Proves that values are unique in a third of the time that grouping by them takes: numbers and times are sorted by themselves, other
/// values by their hashes. Equal values have equal hashes, so none is missed; where two hashes are equal nothing is said.
/// </summary>
internal static class UniqueQuery
{
    /// <summary>Types that sort as whole numbers do, without a call of a function.</summary>
    private const string PlainTypes = "'int8'::regtype, 'int4'::regtype, 'int2'::regtype, 'date'::regtype, 'timestamp'::regtype, 'timestamptz'::regtype";

    /// <summary>Types that share the hash of `text`.</summary>
    private const string TextTypes = "'text'::regtype, 'varchar'::regtype";

    public static FusedQuery Of(IReadOnlyCollection<FusableTest> tests) => new($"select {string.Join(",\n", tests.Select(CountOf))}", [.. tests]);

    private static string CountOf(FusableTest test) =>
        SqlTokens.TryRead(test.Expression, out SqlTokens? value) && value.Count == 1 ? OfColumn(test, ScannedRows.Plain(value[0])) : $"({ByHash(test)})";

    /// <summary>
    /// The catalog knows the column's type, and whether a unique index covers it: valid, immediate, for all rows, with the column's own
    /// idea of equality, and not on a parent whose children it leaves out. PostgreSQL evaluates only the branch that it takes.
    /// </summary>
    private static string OfColumn(FusableTest test, string column) => $"""
        (select case
            when exists (
              select from pg_catalog.pg_index i
                join pg_catalog.pg_class t on t.oid = i.indrelid
                join pg_catalog.pg_opclass o on o.oid = i.indclass[0]
              where i.indrelid = a.attrelid and i.indnkeyatts = 1 and i.indkey[0] = a.attnum
                and i.indisunique and i.indisvalid and i.indimmediate and i.indpred is null
                and i.indcollation[0] = a.attcollation and o.opcdefault and (t.relkind = 'p' or not t.relhassubclass)) then 0
            when a.atttypid in ({PlainTypes}) then (select case when count({test.Expression}) = count(distinct {test.Expression}) then 0 end from {test.Rows.Text})
            when a.atttypid in ({TextTypes}) then ({ByHash(test, $"hashtextextended(({test.Expression})::text, 0)")})
            else ({ByHash(test)})
          end
          from pg_catalog.pg_attribute a
          where a.attrelid = to_regclass({SqlText.Literal(test.Rows.Relation)}) and a.attname = {SqlText.Literal(column)})
        """;

    /// <summary>A record's hash takes the hash function of the value's own type, whatever that is.</summary>
    private static string ByHash(FusableTest test) => ByHash(test, $"hash_record_extended(row({test.Expression}), 0)");

    private static string ByHash(FusableTest test, string hash) =>
        $"select case when count(h) = count(distinct h) then 0 end from (select {hash} as h from {test.Rows.Text} where ({test.Expression}) is not null) hashes";
}
