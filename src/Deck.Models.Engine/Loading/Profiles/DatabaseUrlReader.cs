using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Profiles;

/// <summary>Reads `postgresql://user:password@host:port/database?schema=…&amp;sslmode=…`; the schema is `public` unless given.</summary>
/// <remarks>The query takes every key of an output; the URL itself is never shown, since it may hold a password.</remarks>
internal static class DatabaseUrlReader
{
    private const string Shape = "postgresql://user:password@host:5432/database?schema=analytics";

    public static Checked<ConnectionProfile> Read(string url, ProfileNames names)
    {
        bool isUrl = Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme is "postgresql" or "postgres";
        if (!isUrl || uri is null)
        {
            return Fail("DECKMODEL_DATABASE_URL is not a PostgreSQL URL");
        }

        ConnectionSettings settings = new();
        settings.Set("schema", Value.Of("public"), null);
        SetParts(settings, uri);
        List<Diagnostic> diagnostics = [];
        foreach (string pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            SetParameter(settings, Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "", diagnostics);
        }

        if (!settings.TryGetText("dbname", out _))
        {
            diagnostics.Add(Diagnostic.Error(ProfileCodes.BadUrl, "DECKMODEL_DATABASE_URL names no database").WithHint($"its form is {Shape}"));
        }

        bool failed = diagnostics.Any(d => d.Severity == Severity.Error);
        return failed ? Check.Failed<ConnectionProfile>(diagnostics) : Check.Ok(ProfileBuilder.Build(names, settings, null, null), diagnostics);
    }

    /// <summary>What stands before the query.</summary>
    private static void SetParts(ConnectionSettings settings, Uri uri)
    {
        string[] user = uri.UserInfo.Split(':', 2);
        SetText(settings, "user", Uri.UnescapeDataString(user[0]));
        SetText(settings, "password", user.Length > 1 ? Uri.UnescapeDataString(user[1]) : "");
        SetText(settings, "host", Uri.UnescapeDataString(uri.Host));
        SetText(settings, "dbname", Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')));
        if (uri.Port > 0)
        {
            settings.Set("port", Value.Of(uri.Port), null);
        }
    }

    private static void SetParameter(ConnectionSettings settings, string name, string text, List<Diagnostic> diagnostics)
    {
        string key = ConnectionKeys.Canonical(name);
        if (!ConnectionKeys.IsKnown(key) || key is "type" or "server")
        {
            diagnostics.Add(Diagnostic.Error(ProfileCodes.BadUrl, $"DECKMODEL_DATABASE_URL has an unknown parameter `{name}`")
                .WithHint(Spelling.DidYouMean(name, ConnectionKeys.All)));
            return;
        }

        if (!ConnectionKeys.IsInteger(key))
        {
            SetText(settings, key, text);
        }
        else if (int.TryParse(text, out int number) && number >= 0)
        {
            settings.Set(key, Value.Of(number), null);
        }
        else
        {
            diagnostics.Add(Diagnostic.Error(ProfileCodes.BadUrl, $"parameter `{name}` of DECKMODEL_DATABASE_URL should be an integer"));
        }
    }

    private static void SetText(ConnectionSettings settings, string key, string text)
    {
        if (text.Length > 0)
        {
            settings.Set(key, Value.Of(text), null);
        }
    }

    private static Checked<ConnectionProfile> Fail(string message) =>
        Check.Failed<ConnectionProfile>(Diagnostic.Error(ProfileCodes.BadUrl, message).WithHint($"its form is {Shape}"));
}
