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
                or ({Known(lost, current)}));
            exit when not found;
            perform pg_catalog.pg_sleep(0.01);
          end loop;
        end
        $deckmodel$
        """);

    /// <summary>Cancels what the process of a connection is doing, where it is known by its number.</summary>
    /// <param name="current">The process of the connection that asks, as the driver knows it.</param>
    public static SqlStatement Cancel(int process, int current) => SqlStatement.Of($"""
        select pg_catalog.pg_cancel_backend(a.pid)
        from pg_catalog.pg_stat_activity a, pg_catalog.pg_stat_activity own
        where own.pid = pg_catalog.pg_backend_pid() and a.usename = session_user and a.state = 'active' and {Known(process, current)}
        """);

    /// <summary>Behind a pooler numbers are made up, so that the asking process is not the one that the driver knows.</summary>
    private static string Known(int process, int current) =>
        $"a.pid = {process} and own.pid = {current} and a.application_name = own.application_name and a.backend_start < own.backend_start";
}
