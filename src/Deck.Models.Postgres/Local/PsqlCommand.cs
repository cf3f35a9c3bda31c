using System.Collections.Immutable;

namespace Deck.Models.Postgres.Local;

/// <summary>The command line that opens `psql` on the private server.</summary>
public sealed record PsqlCommand(string Program, ImmutableArray<string> Arguments);
