using System.Globalization;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>Statements that find out, over a new connection, what became of a transaction whose connection was lost.</summary>
internal static class TransactionFate
{
    private const ulong NumbersOfAnEpoch = 1UL << 32;

    /// <summary>Gives `committed`, `aborted`, `in progress` or null.</summary>
    public static SqlStatement Of(string transaction) => SqlStatement.Of("select pg_catalog.txid_status($1::bigint)", transaction);

    /// <summary>Gives `committed` where the relation was made, or a view's query written, by this transaction or a later one; else `aborted`.</summary>
    public static SqlStatement OfMaker(RelationName relation, string since) => SqlStatement.Of($"""
        select case when exists (
          select from pg_catalog.pg_class c
          left join pg_catalog.pg_rewrite r on r.ev_class = c.oid and r.rulename = '_RETURN'
          left join pg_catalog.pg_type t on t.oid = c.reltype
          where c.oid = pg_catalog.to_regclass($1) and pg_catalog.age(coalesce(r.xmin, t.xmin)) <= pg_catalog.age('{ShortOf(since)}'::xid)
        ) then 'committed' else 'aborted' end
        """, relation.Quoted);

    /// <summary>As rows carry it: without the epoch.</summary>
    internal static ulong ShortOf(string transaction) => ulong.Parse(transaction, CultureInfo.InvariantCulture) % NumbersOfAnEpoch;
}
