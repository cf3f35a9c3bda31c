namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>Streams a seed's rows with `COPY`; its row count is the node's answer.</summary>
/// <param name="Verb">The word before the count: dbt says `CREATE` on a full refresh, else `INSERT`.</param>
public sealed record CopyStep(string Statement, string Verb) : PlanStep;
