using Deck.Models.Engine.Execution;
using Npgsql;

namespace Deck.Models.Postgres.Errors;

/// <summary>Sorts what a server says when it refuses or ends a connection; by SQLSTATE and server routine, since messages are translated.</summary>
internal static class ServerRefusal
{
    /// <summary>The kind, or null for an error of a statement on a connection that goes on.</summary>
    public static ConnectionFailure? KindOf(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or TransientStates.IdleInTransactionTimeout or TransientStates.IdleSessionTimeout => ConnectionFailure.Lost,
        PostgresErrorCodes.CannotConnectNow => ConnectionFailure.ServerNotReady,
        PostgresErrorCodes.TooManyConnections => ConnectionFailure.TooManyConnections,
        PostgresErrorCodes.InvalidPassword => ConnectionFailure.PasswordRejected,
        PostgresErrorCodes.InvalidCatalogName when IsFatal(error) => ConnectionFailure.DatabaseMissing,
        PostgresErrorCodes.InvalidAuthorizationSpecification => OfAuthorization(error),
        PostgresErrorCodes.InsufficientPrivilege when IsFatal(error) => ConnectionFailure.PermissionDenied,
        _ when IsFatal(error) => ConnectionFailure.Other,
        _ => null,
    };

    private static ConnectionFailure OfAuthorization(PostgresException error) => error.Routine switch
    {
        "InitializeSessionUserId" => ConnectionFailure.RoleMissing,
        "ClientAuthentication" => ConnectionFailure.HostNotAllowed,
        _ => ConnectionFailure.AuthenticationRejected,
    };

    private static bool IsFatal(PostgresException error) => error.InvariantSeverity is "FATAL" or "PANIC";
}
