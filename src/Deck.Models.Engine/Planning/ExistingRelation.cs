namespace Deck.Models.Engine.Planning;

/// <summary>A relation that the catalog holds.</summary>
public sealed record ExistingRelation(string Schema, string Identifier, RelationKind Kind);
