using System.Collections.Frozen;
using Npgsql;

namespace Deck.Models.Postgres.Errors;

/// <summary>The SQLSTATEs after which the same statement may succeed.</summary>
internal static class TransientStates
{
    public const string IdleSessionTimeout = "57P05";

    public const string IdleInTransactionTimeout = "25P03";

    private static readonly FrozenSet<string> States = new[]
    {
        PostgresErrorCodes.SerializationFailure,
        PostgresErrorCodes.DeadlockDetected,
        PostgresErrorCodes.LockNotAvailable,
        PostgresErrorCodes.TooManyConnections,
        PostgresErrorCodes.AdminShutdown,
        PostgresErrorCodes.CrashShutdown,
        PostgresErrorCodes.CannotConnectNow,
        IdleSessionTimeout,
        IdleInTransactionTimeout,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Class 08 is the connection's own.</summary>
    public static bool Contains(string sqlState) => sqlState.StartsWith("08", StringComparison.Ordinal) || States.Contains(sqlState);
}
