using Deck.Models.Postgres.Sessions;

namespace Deck.Models.Postgres.Local;

/// <summary>What `deckmodel local status` tells.</summary>
/// <param name="Folder">Where the cluster is, or will be.</param>
/// <param name="Version">The major version that made it, or null where it is not there yet.</param>
/// <param name="ProcessId">Null where no server runs.</param>
/// <param name="Endpoint">Null where no server runs.</param>
/// <param name="IsKept">True where it goes on without users.</param>
/// <param name="IsInUse">True while any command uses it.</param>
public sealed record LocalServerStatus(string Folder, int? Version, int? ProcessId, LocalEndpoint? Endpoint, bool IsKept, bool IsInUse);
