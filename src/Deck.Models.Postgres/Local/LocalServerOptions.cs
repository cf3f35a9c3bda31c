using System.Collections.Immutable;

namespace Deck.Models.Postgres.Local;

/// <summary>Whose private server is meant, and what the environment says about finding PostgreSQL.</summary>
public sealed record LocalServerOptions
{
    /// <summary>Where an ordinary user's cluster lives, such as `.deckmodel/local` in the project; for root it only names the cluster, which then lives under `/var/lib/deckmodel`.</summary>
    public required string Folder { get; init; }

    /// <summary>The database to connect to, made when it does not exist.</summary>
    public required string Database { get; init; }

    /// <summary>Environment variables: DECKMODEL_PG_BIN, PATH, XDG_RUNTIME_DIR.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long a server may take to start, crash recovery included, or to stop.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    internal string? Variable(string name) => Environment.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;
}
