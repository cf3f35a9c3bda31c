using System.Data;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Deck.Models.Engine.Execution;
using Npgsql;

namespace Deck.Models.Postgres.Errors;

/// <summary>Turns what Npgsql throws into a <see cref="DatabaseException"/>: the one place where that happens.</summary>
internal static class DatabaseErrors
{
    /// <summary>True for what the server, the network or the driver's protocol raise while statements run.</summary>
    /// <remarks>Npgsql answers `copy … from stdin` in a batch, and any call on a lost connection, with exceptions of .NET's own.</remarks>
    public static bool IsDatabaseFailure(Exception exception, NpgsqlConnection connection) =>
        exception is NpgsqlException or SocketException or TimeoutException or NotSupportedException
        || (exception is InvalidOperationException && connection.State != ConnectionState.Open);

    /// <summary>True for what can happen on the way to a connection, certificate files that cannot be read among it.</summary>
    public static bool IsConnectFailure(Exception exception) =>
        exception is NpgsqlException or SocketException or TimeoutException or IOException or UnauthorizedAccessException or AuthenticationException or CryptographicException;

    /// <param name="failed">The statement that failed, where one did.</param>
    public static DatabaseException From(Exception exception, FailedStatement? failed = null) => new(Describe(exception, failed), exception);

    private static DatabaseError Describe(Exception exception, FailedStatement? failed)
    {
        DatabaseError error = exception switch
        {
            PostgresException server => OfServer(server, failed),
            NotSupportedException => OfClient(PostgresErrorCodes.FeatureNotSupported, "`COPY … FROM STDIN` and `COPY … TO STDOUT` cannot run as a statement of a batch"),
            _ => OfConnection(exception),
        };
        return failed is null ? error : error with { Statement = failed.Text, StatementIndex = failed.Index };
    }

    private static DatabaseError OfServer(PostgresException server, FailedStatement? failed) => new()
    {
        SqlState = server.SqlState,
        Message = server.MessageText,
        Detail = server.Detail,
        Hint = server.Hint,
        Advice = StateAdvice.For(server.SqlState) ?? UnknownMerge(server, failed),
        Where = server.Where,
        Position = failed is not null && server.Position > 0 ? failed.Start + CharacterPosition.ToOffset(failed.Piece, server.Position) : null,
        Schema = server.SchemaName,
        Table = server.TableName,
        Column = server.ColumnName,
        Constraint = server.ConstraintName,
        IsTransient = TransientStates.Contains(server.SqlState),
        Connection = ServerRefusal.KindOf(server),
    };

    /// <summary>What to do where the server does not know the word that the statement begins with: `merge`, which a server that has it never refuses there.</summary>
    private static string? UnknownMerge(PostgresException server, FailedStatement? failed) =>
        server.SqlState == PostgresErrorCodes.SyntaxError && server.Position > 0 && failed is not null
        && failed.Piece.AsSpan(CharacterPosition.ToOffset(failed.Piece, server.Position)).StartsWith("merge", StringComparison.OrdinalIgnoreCase)
            ? "`merge` came with PostgreSQL 15, and `microbatch` merges, too: on an older server choose `delete+insert` as `incremental_strategy`"
            : null;

    private static DatabaseError OfConnection(Exception exception)
    {
        ConnectionFailure kind = ClientFailure.KindOf(exception);
        string state = kind == ConnectionFailure.Lost ? PostgresErrorCodes.ConnectionFailure : PostgresErrorCodes.SqlClientUnableToEstablishSqlConnection;
        return OfClient(state, ClientFailure.Sentence(exception)) with
        {
            Connection = kind,
            IsTransient = kind is ConnectionFailure.Lost or ConnectionFailure.Refused or ConnectionFailure.TimedOut,
        };
    }

    private static DatabaseError OfClient(string state, string message) => new() { SqlState = state, Message = message };
}
