namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>Statements that travel together.</summary>
/// <param name="Main">Place of the statement whose answer is the node's (dbt's `main`), or null.</param>
public sealed record BatchStep(SqlBatch Batch, int? Main = null) : PlanStep;
