using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Deck.Models.Engine.Execution;

namespace Deck.Models.Postgres.Errors;

/// <summary>Sorts what goes wrong on the client's side of a connection.</summary>
internal static class ClientFailure
{
    public static ConnectionFailure KindOf(Exception exception)
    {
        Exception cause = exception.GetBaseException();
        return cause switch
        {
            SocketException socket => OfSocket(socket.SocketErrorCode),
            TimeoutException or OperationCanceledException => ConnectionFailure.TimedOut,
            AuthenticationException => ConnectionFailure.EncryptionFailed,
            FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException or CryptographicException => ConnectionFailure.EncryptionFailed,
            EndOfStreamException or IOException or ObjectDisposedException => ConnectionFailure.Lost,
            _ => OfMessage(cause.Message),
        };
    }

    /// <summary>What happened, as a sentence without a full stop.</summary>
    public static string Sentence(Exception exception) => exception.GetBaseException() switch
    {
        TimeoutException => "the server did not answer in time",
        EndOfStreamException => "the server closed the connection",
        { } cause => cause.Message.TrimEnd('.'),
    };

    private static ConnectionFailure OfSocket(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery => ConnectionFailure.HostUnknown,
        SocketError.TimedOut => ConnectionFailure.TimedOut,
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown or SocketError.NotConnected => ConnectionFailure.Lost,
        _ => ConnectionFailure.Refused,
    };

    /// <summary>Npgsql's own findings have no code; the wording is pinned by the package version and by tests.</summary>
    private static ConnectionFailure OfMessage(string message)
    {
        bool Says(string part) => message.Contains(part, StringComparison.OrdinalIgnoreCase);
        return Says("No password has been provided") ? ConnectionFailure.PasswordMissing
            : Says("No SSL enabled connection") ? ConnectionFailure.EncryptionUnsupported
            : Says("SSL") || Says("certificate") ? ConnectionFailure.EncryptionFailed
            : Says("connection was previously broken") || Says("connection is closed") || Says("connection is not open") ? ConnectionFailure.Lost
            : ConnectionFailure.Other;
    }
}
