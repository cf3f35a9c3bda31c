using Npgsql;

namespace Deck.Models.Postgres.Errors;

/// <summary>What to do about an error whose own words leave that open.</summary>
internal static class StateAdvice
{
    private const string ConfigurationLimit = "53400";

    public static string? For(string sqlState) => sqlState switch
    {
        PostgresErrorCodes.ReadOnlySqlTransaction => "the server takes no changes: it is a standby, or `default_transaction_read_only` is on; connect to the primary, or as a role that may write",
        PostgresErrorCodes.DiskFull => "the server's disk is full: make room there, then `deckmodel retry` does the rest",
        PostgresErrorCodes.OutOfMemory => "the server is out of memory: lower `work_mem`, or `threads` in the profile",
        ConfigurationLimit => "a limit of the server was reached: `temp_file_limit`, where a query sorts or joins more than `work_mem` holds",
        PostgresErrorCodes.QueryCanceled => "if nobody cancelled it, `statement_timeout` of the role or the database did",
        PostgresErrorCodes.LockNotAvailable => "others held the relation longer than `lock_timeout`: `pg_blocking_pids` tells who",
        PostgresErrorCodes.DeadlockDetected => "the server's log names both statements",
        _ => null,
    };
}
