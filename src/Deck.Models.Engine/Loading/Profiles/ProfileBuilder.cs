using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Profiles;

/// <summary>Makes a profile of checked settings, with dbt's defaults, and its `target` for templates.</summary>
internal static class ProfileBuilder
{
    /// <param name="shown">The profiles text as it may be shown, or null where a URL gave the settings.</param>
    /// <param name="place">Where the output stands.</param>
    public static ConnectionProfile Build(ProfileNames names, ConnectionSettings settings, SourceText? shown, Location? place)
    {
        ConnectionProfile profile = new()
        {
            ProfileName = names.Profile,
            TargetName = names.Target,
            Type = "postgres",
            IsLocal = settings.Text("server") == "local",
            Host = settings.Text("host") ?? "localhost",
            Port = settings.Integer("port") ?? 5432,
            User = settings.Text("user") ?? "",
            Password = settings.Text("password") ?? "",
            Database = settings.Text("dbname") ?? "",
            Schema = settings.Text("schema") ?? "",
            Threads = Math.Max(1, names.Threads ?? settings.Integer("threads") ?? 1),
            ConnectTimeoutSeconds = settings.Integer("connect_timeout") ?? 10,
            KeepalivesIdleSeconds = settings.Integer("keepalives_idle") ?? 0,
            Retries = settings.Integer("retries") ?? 1,
            Role = settings.Text("role"),
            SearchPath = settings.Text("search_path"),
            SslMode = settings.Text("sslmode"),
            SslCert = settings.Text("sslcert"),
            SslKey = settings.Text("sslkey"),
            SslRootCert = settings.Text("sslrootcert"),
            ApplicationName = settings.Text("application_name") ?? "deckmodel",
            Location = shown is null || place is null ? null : new Location(shown, place.InFile.Span),
            KeyLocations = shown is null ? [] : settings.Locations(shown),
            ShowsSecrets = settings.HasSecrets, Target = new DictValue(),
        };
        FillTarget(profile);
        return profile;
    }

    /// <summary>dbt's `target`, in its order; the password is not part of it.</summary>
    private static void FillTarget(ConnectionProfile profile)
    {
        DictValue target = profile.Target;
        target.Set("host", Value.Of(profile.Host));
        target.Set("port", Value.Of(profile.Port));
        target.Set("user", Value.Of(profile.User));
        target.Set("database", Value.Of(profile.Database));
        target.Set("schema", Value.Of(profile.Schema));
        target.Set("connect_timeout", Value.Of(profile.ConnectTimeoutSeconds));
        target.Set("role", Value.Of(profile.Role));
        target.Set("search_path", Value.Of(profile.SearchPath));
        target.Set("keepalives_idle", Value.Of(profile.KeepalivesIdleSeconds));
        target.Set("sslmode", Value.Of(profile.SslMode));
        target.Set("sslcert", Value.Of(profile.SslCert));
        target.Set("sslkey", Value.Of(profile.SslKey));
        target.Set("sslrootcert", Value.Of(profile.SslRootCert));
        target.Set("application_name", Value.Of(profile.ApplicationName));
        target.Set("retries", Value.Of(profile.Retries));
        target.Set("dbname", Value.Of(profile.Database));
        target.Set("type", Value.Of(profile.Type));
        target.Set("threads", Value.Of(profile.Threads));
        target.Set("name", Value.Of(profile.TargetName));
        target.Set("target_name", Value.Of(profile.TargetName));
        target.Set("profile_name", Value.Of(profile.ProfileName));
    }
}
