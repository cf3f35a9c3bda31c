using Deck.Models.Engine.Loading;
using Deck.Models.Templating.Values;

namespace Deck.Models.Testing.Databases;

/// <summary>Connection profiles without a profiles.yml.</summary>
public static class TestProfiles
{
    public static ConnectionProfile Local(string database) => new()
    {
        ProfileName = "test", TargetName = "test", Type = "postgres", IsLocal = true, Database = database, Schema = "public", Threads = 2, Retries = 0, Target = Target(database),
    };

    /// <summary>From `postgres://user:password@host:port/database`; `?host=/folder` names a Unix socket.</summary>
    public static ConnectionProfile FromUrl(string url)
    {
        Uri uri = new(url);
        string[] account = uri.UserInfo.Split(':', 2);
        string socket = uri.Query.StartsWith("?host=", StringComparison.Ordinal) ? Uri.UnescapeDataString(uri.Query["?host=".Length..]) : "";
        return Remote(socket.Length > 0 ? socket : uri.Host, uri.Port > 0 ? uri.Port : 5432, (Uri.UnescapeDataString(account[0]), Uri.UnescapeDataString(account.ElementAtOrDefault(1) ?? ""), null), uri.AbsolutePath.Trim('/'));
    }

    public static ConnectionProfile Remote(string host, int port, (string User, string Password, string? Role) account, string database) => new()
    {
        ProfileName = "test", TargetName = "test", Type = "postgres", Host = host, Port = port, User = account.User, Password = account.Password, Role = account.Role,
        Database = database, Schema = "public", Threads = 2, Retries = 0, Target = Target(database),
    };

    private static DictValue Target(string database)
    {
        DictValue target = new();
        target.Set("type", new StringValue("postgres"));
        target.Set("dbname", new StringValue(database));
        target.Set("schema", new StringValue("public"));
        return target;
    }
}
