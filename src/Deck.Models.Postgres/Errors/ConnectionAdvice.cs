using System.Collections.Immutable;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Text;

namespace Deck.Models.Postgres.Errors;

/// <summary>What to say about one kind of failed connection.</summary>
/// <param name="Key">The key of the profile's output to look at, or null for the output as a whole.</param>
internal sealed record ConnectionAdvice(DiagnosticCode Code, string Message, string? Key, ImmutableArray<string> Hints)
{
    /// <param name="words">What the server or the system said.</param>
    public static ConnectionAdvice For(ConnectionFailure kind, ConnectionProfile profile, string words) =>
        OfNetwork(kind, profile, words) ?? OfAccess(kind, profile, words) ?? Of(ConnectionCodes.ConnectionFailed, $"cannot connect to `{profile}`: {words}", null);

    private static ConnectionAdvice? OfNetwork(ConnectionFailure kind, ConnectionProfile profile, string words) => kind switch
    {
        ConnectionFailure.HostUnknown => Of(ConnectionCodes.HostUnknown, $"the host `{profile.Host}` is not known: {words}", "host", "check `host` for a misspelling, and this machine's network or VPN"),
        ConnectionFailure.Refused when profile.Host.StartsWith('/') => Of(
            ConnectionCodes.ServerUnreachable, $"no server listens at the socket `{profile.Host}/.s.PGSQL.{profile.Port}`: {words}", "host", "start the server, or check `host` and `port`"),
        ConnectionFailure.Refused => Of(
            ConnectionCodes.ServerUnreachable, $"no server answers at `{profile.Host}:{profile.Port}`: {words}", "host", "start the server, or check `host` and `port`", "`server: local` in the output lets deckmodel run a private server instead"),
        ConnectionFailure.TimedOut => Of(
            ConnectionCodes.TimedOut, $"`{profile.Host}:{profile.Port}` did not answer within {profile.ConnectTimeoutSeconds} s", "host", "a firewall may drop the packets: check network, VPN and `port`", "`connect_timeout` sets how long to wait"),
        ConnectionFailure.EncryptionUnsupported => Of(
            ConnectionCodes.EncryptionFailed, $"`sslmode: {profile.SslMode}` asks for encryption, and the server at `{profile.Host}` offers none", "sslmode", "turn on `ssl` in the server, or use `sslmode: prefer`"),
        ConnectionFailure.EncryptionFailed => Of(
            ConnectionCodes.EncryptionFailed, $"the encrypted connection to `{profile.Host}` failed: {words}", "sslmode", "check `sslmode`, `sslrootcert`, `sslcert` and `sslkey`"),
        ConnectionFailure.Lost => Of(ConnectionCodes.ConnectionLost, $"the connection to `{profile}` was lost: {words}", null, "the server's log tells whether it stopped, crashed or ended the session"),
        ConnectionFailure.ServerNotReady => Of(ConnectionCodes.ServerNotReady, $"the server at `{profile.Host}` is starting or stopping: {words}", "host", "try again in a moment; `retries` does so by itself"),
        ConnectionFailure.TooManyConnections => Of(
            ConnectionCodes.TooManyConnections, $"the server at `{profile.Host}` has no connection left: {words}", "threads", "lower `threads`, close other sessions, or raise `max_connections` in the server"),
        _ => null,
    };

    private static ConnectionAdvice? OfAccess(ConnectionFailure kind, ConnectionProfile profile, string words) => kind switch
    {
        ConnectionFailure.PasswordMissing => Of(ConnectionCodes.PasswordRejected, $"the server wants a password for `{profile.User}`, and the profile gives none", "password", PasswordHint),
        ConnectionFailure.PasswordRejected => Of(ConnectionCodes.PasswordRejected, $"the server refused the password of `{profile.User}`", "password", PasswordHint, "the server says the same where the role does not exist or has no password"),
        ConnectionFailure.AuthenticationRejected => Of(ConnectionCodes.AuthenticationRejected, $"the server refused `{profile.User}`: {words}", "user", "its `pg_hba.conf` says how this user may come in (peer: only as the operating system's user of that name)"),
        ConnectionFailure.RoleMissing => Of(ConnectionCodes.RoleMissing, $"the role `{profile.User}` cannot log in: {words}", "user", $"check `user`, or make the role with `create role \"{profile.User}\" login`"),
        ConnectionFailure.DatabaseMissing => Of(ConnectionCodes.DatabaseMissing, $"the database `{profile.Database}` does not exist on `{profile.Host}`", "dbname", $"check `dbname`, or make it with `createdb {profile.Database}`"),
        ConnectionFailure.PermissionDenied => Of(
            ConnectionCodes.PermissionDenied, $"`{profile.User}` may not connect to the database `{profile.Database}`: {words}", "user", $"its owner can allow it: `grant connect on database \"{profile.Database}\" to \"{profile.User}\"`"),
        ConnectionFailure.HostNotAllowed => Of(
            ConnectionCodes.HostNotAllowed, $"the server does not admit `{profile.User}` to `{profile.Database}` from here: {words}", "host", "its `pg_hba.conf` needs a line for this address", "where it admits encrypted connections only, set `sslmode: require`"),
        ConnectionFailure.SettingRefused => Of(ConnectionCodes.SettingRefused, $"the server refused `role: {profile.Role}`: {words}", "role", $"`grant \"{profile.Role}\" to \"{profile.User}\"` lets the user become that role"),
        _ => null,
    };

    private const string PasswordHint = "check `password`; where it is an `env_var`, see that the variable holds what it should";

    private static ConnectionAdvice Of(DiagnosticCode code, string message, string? key, params ImmutableArray<string> hints) => new(code, message, key, hints);
}
