using Deck.Models.Engine.Planning;

namespace Deck.Models.Postgres.Catalogs;

/// <summary>A view or materialized view that reads a relation, and what it takes to build it again.</summary>
/// <param name="Depth">1 where it reads the relation itself, 2 where it reads a dependent of it, and so on: the longest way.</param>
/// <param name="Definition">Its query, as `pg_get_viewdef` writes it, with the final semicolon.</param>
/// <param name="Owner">The role that owns it.</param>
public sealed record Dependent(ExistingRelation Relation, int Depth, string Definition, string Owner);
