using Deck.Models.Engine.Execution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>Statements whose results decide the further steps.</summary>
public sealed record AnswerStep(SqlBatch Batch, Func<IReadOnlyList<QueryResult>, Checked<NextSteps>> Continue) : PlanStep;
