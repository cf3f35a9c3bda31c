namespace Deck.Models.Engine.Planning.Statements;

/// <summary>The server process of a connection that is given up.</summary>
public static class LostProcess
{
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
              and (a.backend_xid::text = {(transaction is null ? "null" : $"'{TransactionFate.ShortOf(transaction)}'")}
                or (a.pid = {lost} and own.pid = {current} and a.application_name = own.application_name and a.backend_start < own.backend_start));
            exit when not found;
            perform pg_catalog.pg_sleep(0.01);
          end loop;
        end
        $deckmodel$
        """);
}
