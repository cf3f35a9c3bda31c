using System.Collections.Frozen;
using Npgsql;

namespace Deck.Models.Postgres.Errors;

/// <summary>The SQLSTATEs after which the same statement may succeed.</summary>
internal static class TransientStates
{
    private static readonly FrozenSet<string> States = new[]
    {
        PostgresErrorCodes.SerializationFailure,
        PostgresErrorCodes.DeadlockDetected,
        PostgresErrorCodes.LockNotAvailable,
        PostgresErrorCodes.TooManyConnections,
        PostgresErrorCodes.AdminShutdown,
        PostgresErrorCodes.CrashShutdown,
        PostgresErrorCodes.CannotConnectNow,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Class 08 is the connection's own.</summary>
    public static bool Contains(string sqlState) => sqlState.StartsWith("08", StringComparison.Ordinal) || States.Contains(sqlState);
}
