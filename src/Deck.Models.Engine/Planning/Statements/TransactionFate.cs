using System.Globalization;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>Statements that find out, over a new connection, what became of a transaction whose connection was lost.</summary>
internal static class TransactionFate
{
    private const ulong NumbersOfAnEpoch = 1UL << 32;

    /// <summary>
    /// Ends the server process of the lost connection, which may still be at work, and waits until it is gone, five seconds at most. Known by its number, which
    /// is another one behind a pooler, or by the transaction that it runs.
    /// </summary>
    /// <param name="current">The process of the connection that asks, as the driver knows it.</param>
    public static SqlStatement End(int lost, int current, string? transaction) => SqlStatement.Of($"""
        do $deckmodel$
        begin
          set local role none;
          for i in 1..500 loop
            perform pg_catalog.pg_stat_clear_snapshot();
            perform pg_catalog.pg_terminate_backend(a.pid)
            from pg_catalog.pg_stat_activity a, pg_catalog.pg_stat_activity own
            where own.pid = pg_catalog.pg_backend_pid() and a.usename = session_user and a.pid <> own.pid
              and (a.backend_xid::text = {(transaction is null ? "null" : $"'{ShortOf(transaction)}'")}
                or (a.pid = {lost} and own.pid = {current} and a.application_name = own.application_name and a.backend_start < own.backend_start));
            exit when not found;
            perform pg_catalog.pg_sleep(0.01);
          end loop;
        end
        $deckmodel$
        """);

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
    private static ulong ShortOf(string transaction) => ulong.Parse(transaction, CultureInfo.InvariantCulture) % NumbersOfAnEpoch;
}
