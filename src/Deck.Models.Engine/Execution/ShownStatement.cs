namespace Deck.Models.Engine.Execution;

/// <summary>What one statement of a shown node returned.</summary>
/// <param name="Heading">The comment above it, or null.</param>
public sealed record ShownStatement(string? Heading, string Sql, QueryResult Result);
