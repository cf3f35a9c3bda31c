using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Reporting;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Runs a unit test: one query that gives the model's rows and the expected ones, compared here.</summary>
internal static class UnitTestExecution
{
    public static async Task<NodeOutcome> RunAsync(CompiledModel test, WorkerSession session, CancellationToken cancellation)
    {
        StepRunner runner = new(session, cancellation);
        StepAnswer answer = await runner.RunAsync(new BatchStep(SqlBatch.Separate(new SqlStatement(test.Sql, [], 0))), AttemptedWork.Pure).ConfigureAwait(false);
        NodeOutcome outcome = answer switch
        {
            { Error: { } error } => NodeOutcome.Failed(StepOutcome.Describe(error, test, answer)),
            { Last: { } rows } => Judge(test, UnitTestDifference.Of(rows)),
            _ => throw new InvalidOperationException("a query without a result"),
        };
        return outcome with { Response = StepOutcome.ResponseOf(answer.Last), ExecutedSql = runner.SentText, Diagnostics = answer.Diagnostics.AddRange(outcome.Diagnostics) };
    }

    /// <summary>The outcome of a test by the rows that it gave.</summary>
    internal static NodeOutcome Judge(CompiledModel test, UnitTestDifference difference)
    {
        if (difference.IsEmpty)
        {
            return new NodeOutcome(NodeStatus.Pass) { Failures = 0 };
        }

        return new NodeOutcome(NodeStatus.Fail)
        {
            Failures = 1,
            Message = $"actual differs from expected\n{difference.Format()}",
            Diagnostics = [Diagnostic.Error(ExecutionCodes.UnitTestFailed, $"`{test.Node.Name}` gave other rows than expected", test.Node.Location)],
        };
    }
}
