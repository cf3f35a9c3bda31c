namespace Deck.Models.Engine.Loading.Profiles;

/// <summary>The keys of an output of type `postgres`, with the type of their values.</summary>
internal static class ConnectionKeys
{
    private static readonly string[] Texts =
    [
        "type", "server", "host", "user", "password", "dbname", "schema", "role", "search_path", "sslmode", "sslcert", "sslkey", "sslrootcert", "application_name",
    ];

    private static readonly string[] Integers = ["port", "threads", "connect_timeout", "keepalives_idle", "retries"];

    public static IEnumerable<string> All => Texts.Concat(Integers);

    public static IReadOnlyList<string> SslModes { get; } = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"];

    /// <summary>The key itself, or the one that another name of dbt's means.</summary>
    public static string Canonical(string name) => name switch
    {
        "pass" => "password",
        "database" => "dbname",
        _ => name,
    };

    public static bool IsKnown(string key) => IsInteger(key) || Texts.Contains(key);

    public static bool IsInteger(string key) => Integers.Contains(key);
}
