using System.Collections.Immutable;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>What makes of the indexes that a relation has those that it should have.</summary>
/// <param name="HasKey">True where the relation can be refreshed beside its readers.</param>
internal sealed record IndexChanges(ImmutableArray<string> Statements, bool HasKey);
