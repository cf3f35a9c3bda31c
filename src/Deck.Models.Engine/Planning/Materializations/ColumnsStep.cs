using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>Statements whose last two results are the columns of the new rows and of the relation, on which the further steps depend.</summary>
public sealed record ColumnsStep(SqlBatch Batch, Func<ColumnComparison, Checked<NextSteps>> Continue) : PlanStep;
