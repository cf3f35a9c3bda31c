using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Warnings;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Runs a data test: stores its failing rows where asked, counts them, and gives dbt's verdict.</summary>
internal static class DataTestExecution
{
    private const string TestResultEvent = "LogTestResult";

    public static async Task<NodeOutcome> RunAsync(CompiledModel test, RunPlan plan, WorkerSession session, CancellationToken cancellation)
    {
        TestQuery query = TestQuery.Of(test, plan.Manifest.Project.Settings.StoreFailures);
        StepRunner runner = new(session, cancellation);
        StepAnswer answer = await runner.RunAsync(Steps(test, query, plan.Catalog), AttemptedWork.Pure).ConfigureAwait(false);
        if (answer.Error is { } error)
        {
            return NodeOutcome.Failed([.. answer.Diagnostics, StepOutcome.Describe(error, test, answer)]) with { ExecutedSql = runner.SentText };
        }

        NodeOutcome verdict = Judge(test.Node, answer.Last, plan.Manifest.Project.Settings.Warnings);
        return verdict with { Response = StepOutcome.ResponseOf(answer.Last), ExecutedSql = runner.SentText, Diagnostics = answer.Diagnostics.AddRange(verdict.Diagnostics) };
    }

    /// <summary>The outcome of a test of which it is known what the server would answer to its query.</summary>
    public static NodeOutcome Answer(CompiledModel test, QueryResult known, RunPlan plan) => Judge(test.Node, known, plan.Manifest.Project.Settings.Warnings) with
    {
        Response = StepOutcome.ResponseOf(known),
        ExecutedSql = $"{TestQuery.Of(test, plan.Manifest.Project.Settings.StoreFailures).Sql};\n",
    };

    /// <summary>One exchange in any case, and the same result when it is sent again.</summary>
    internal static BatchStep Steps(CompiledModel test, TestQuery query, Catalog catalog)
    {
        SqlStatement verdict = new(query.Sql, [], query.ModelOffset);
        if (query.StoreAs is not { } kind || test.Node.Relation is not { } named)
        {
            return new BatchStep(SqlBatch.Separate(verdict));
        }

        RelationName relation = named with { Database = null };
        string prefix = $"create {kind} {relation.Quoted} as (\n";
        RelationKind stands = catalog.TryFind(relation, out ExistingRelation? existing) ? existing.Kind : kind == "view" ? RelationKind.View : RelationKind.Table;
        return new BatchStep(SqlBatch.Atomic([SqlStatement.Of(TurnStatement.Of(relation)), SqlStatement.Of(DropStatement.Of(stands, relation)), new SqlStatement($"{prefix}{test.Sql}\n)", [], prefix.Length), verdict]));
    }

    /// <summary>dbt: an error counts where the severity is `error`, a warning in any case; a test that passes has no failures, whatever it counted.</summary>
    internal static NodeOutcome Judge(Node test, QueryResult? result, WarningPolicy warnings)
    {
        if (result is not { Rows: [{ Length: >= 3 } row] } || !long.TryParse(row[0], out long failures))
        {
            return NodeOutcome.Failed(
                Diagnostic.Error(ExecutionCodes.NoVerdict, $"the test `{test.Name}` gave no whole number of failures", test.Location)
                    .WithHint("`fail_calc` should be an expression such as `count(*)` that is never null"));
        }

        bool canFail = !string.Equals(test.Config.GetText("severity"), "warn", StringComparison.OrdinalIgnoreCase);
        if (canFail && row[2] == "t")
        {
            return Finding(test, failures, NodeStatus.Fail, $"configured to fail if {test.Config.GetText("error_if") ?? "!= 0"}");
        }

        return row[1] == "t"
            ? Finding(test, failures, warnings.IsError(TestResultEvent) ? NodeStatus.Fail : NodeStatus.Warn, $"configured to warn if {test.Config.GetText("warn_if") ?? "!= 0"}")
            : new NodeOutcome(NodeStatus.Pass) { Failures = 0 };
    }

    private static NodeOutcome Finding(Node test, long failures, NodeStatus status, string rule)
    {
        string message = $"Got {failures} result{(failures == 1 ? "" : "s")}, {rule}";
        Diagnostic diagnostic = Diagnostic.Error(ExecutionCodes.TestFailed, $"`{test.Name}`: {message}", test.Location)
            .WithHint($"`deckmodel show --select {test.Name}` shows the rows");
        return new NodeOutcome(status)
        {
            Failures = failures,
            Message = message,
            Diagnostics = [status == NodeStatus.Warn ? diagnostic.As(Severity.Warning) : diagnostic],
        };
    }
}
