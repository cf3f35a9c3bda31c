using System.Collections.Immutable;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading;

/// <summary>One output of a profile, rendered: where to connect and as whom. Its text form never shows the password.</summary>
public sealed class ConnectionProfile
{
    public required string ProfileName { get; init; }

    public required string TargetName { get; init; }

    /// <summary>The adapter type, `postgres`.</summary>
    public required string Type { get; init; }

    /// <summary>True for `server: local`: the private server; host, port, user and password are then its own.</summary>
    public bool IsLocal { get; init; }

    public string Host { get; init; } = "localhost";

    public int Port { get; init; } = 5432;

    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    public required string Database { get; init; }

    public required string Schema { get; init; }

    public int Threads { get; init; } = 1;

    public int ConnectTimeoutSeconds { get; init; } = 10;

    public int KeepalivesIdleSeconds { get; init; }

    public int Retries { get; init; } = 1;

    public string? Role { get; init; }

    public string? SearchPath { get; init; }

    public string? SslMode { get; init; }

    public string? SslCert { get; init; }

    public string? SslKey { get; init; }

    public string? SslRootCert { get; init; }

    public string ApplicationName { get; init; } = "deckmodel";

    /// <summary>Where the output stands, for diagnostics; null where a URL gave the connection.</summary>
    public Location? Location { get; init; }

    /// <summary>Locations of single keys (`password`, `host`, …), for diagnostics.</summary>
    public ImmutableDictionary<string, Location> KeyLocations { get; init; } = ImmutableDictionary<string, Location>.Empty;

    /// <summary>True where something other than the password comes from a secret of the environment: templates see it, so that nothing that is made of it may be kept.</summary>
    public bool ShowsSecrets { get; init; }

    /// <summary>The `target` of the Jinja context (spec/jinja.md, 7.2), without the password.</summary>
    public required DictValue Target { get; init; }

    public override string ToString() => $"{User}@{Host}:{Port}/{Database}";
}
