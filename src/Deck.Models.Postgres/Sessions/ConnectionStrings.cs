using Deck.Models.Engine.Loading;
using Npgsql;

namespace Deck.Models.Postgres.Sessions;

/// <summary>A profile's output in Npgsql's terms; libpq's defaults hold where the profile says nothing, as in dbt.</summary>
internal static class ConnectionStrings
{
    private const int CancellationMilliseconds = 30_000;

    public static NpgsqlConnectionStringBuilder Of(ConnectionProfile profile, LocalEndpoint? local)
    {
        NpgsqlConnectionStringBuilder settings = new()
        {
            Host = local?.SocketDirectory ?? profile.Host,
            Port = local?.Port ?? profile.Port,
            Username = local?.User ?? profile.User,
            Password = local is null && profile.Password.Length > 0 ? profile.Password : null,
            Database = profile.Database,
            ApplicationName = profile.ApplicationName,
            Timeout = profile.ConnectTimeoutSeconds,
            CommandTimeout = 0,
            // Leaving a statement that heeds no cancel would let it go on unseen; a server that is out of reach must not hold the run for ever.
            CancellationTimeout = CancellationMilliseconds,
            // A session belongs to one worker until it ends: a pool would only add a reset between uses.
            Pooling = false,
            GssEncryptionMode = GssEncryptionMode.Disable,
            IncludeFailedBatchedCommand = true,
            // Details are shown with the error, and rows of the user's own data belong there.
            IncludeErrorDetail = true,
            SearchPath = string.IsNullOrWhiteSpace(profile.SearchPath) ? null : profile.SearchPath,
        };
        AddTransport(settings, profile, isSocket: local is not null || profile.Host.StartsWith('/'));
        return settings;
    }

    /// <summary>libpq's words for `sslmode`; an unknown one is the profile loader's to report, and counts as libpq's default here.</summary>
    public static SslMode SslModeOf(string? mode) => mode?.ToLowerInvariant() switch
    {
        "disable" => SslMode.Disable,
        "allow" => SslMode.Allow,
        "require" => SslMode.Require,
        "verify-ca" => SslMode.VerifyCA,
        "verify-full" => SslMode.VerifyFull,
        _ => SslMode.Prefer,
    };

    private static void AddTransport(NpgsqlConnectionStringBuilder settings, ConnectionProfile profile, bool isSocket)
    {
        if (isSocket)
        {
            settings.SslMode = SslMode.Disable;
            return;
        }

        settings.SslMode = SslModeOf(profile.SslMode);
        settings.SslCertificate = profile.SslCert;
        settings.SslKey = profile.SslKey;
        settings.RootCertificate = profile.SslRootCert;

        // A server that vanishes without a word is noticed, at the system's pace unless the profile gives one.
        settings.TcpKeepAlive = true;
        settings.TcpKeepAliveTime = profile.KeepalivesIdleSeconds;
    }
}
