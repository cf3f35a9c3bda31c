using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>One exchange with the server.</summary>
public abstract record PlanStep;

/// <summary>Statements that travel together.</summary>
/// <param name="Main">Place of the statement whose answer is the node's (dbt's `main`), or null.</param>
public sealed record BatchStep(SqlBatch Batch, int? Main = null) : PlanStep;

/// <summary>Streams a seed's rows with `COPY`; its row count is the node's answer.</summary>
public sealed record CopyStep(string Statement) : PlanStep;

/// <summary>Statements whose last two results are the columns of the new rows and of the relation, on which the further steps depend.</summary>
public sealed record ColumnsStep(SqlBatch Batch, Func<ColumnComparison, Checked<NextSteps>> Continue) : PlanStep;

/// <summary>Steps that follow from what the server said.</summary>
public sealed record NextSteps(ImmutableArray<PlanStep> Steps);
