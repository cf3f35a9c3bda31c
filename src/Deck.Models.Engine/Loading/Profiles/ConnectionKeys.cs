using System.Collections.Frozen;

namespace Deck.Models.Engine.Loading.Profiles;

/// <summary>The keys of an output of type `postgres`, with the type of their values.</summary>
internal static class ConnectionKeys
{
    private const string Texts = "type server host user password dbname schema role search_path sslmode sslcert sslkey sslrootcert application_name";
    private const string Integers = "port threads connect_timeout keepalives_idle retries";

    /// <summary>Other names that dbt accepts, and the key that they mean.</summary>
    public static FrozenDictionary<string, string> Aliases { get; } =
        new Dictionary<string, string> { ["pass"] = "password", ["database"] = "dbname" }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True for keys whose value is an integer, by key.</summary>
    public static FrozenDictionary<string, bool> IsInteger { get; } = Texts.Split(' ').Select(k => (k, false))
        .Concat(Integers.Split(' ').Select(k => (k, true)))
        .ToFrozenDictionary(p => p.k, p => p.Item2, StringComparer.Ordinal);

    public static FrozenSet<string> SslModes { get; } = FrozenSet.ToFrozenSet(["disable", "allow", "prefer", "require", "verify-ca", "verify-full"], StringComparer.Ordinal);
}
