using Deck.Models.Engine.Execution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>Statements whose last result decides the further steps.</summary>
public sealed record AnswerStep(SqlBatch Batch, Func<QueryResult, Checked<NextSteps>> Continue) : PlanStep;
