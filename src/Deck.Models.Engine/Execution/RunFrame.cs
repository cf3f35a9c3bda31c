using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Compilation.Context.Results;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>What surrounds the nodes of a run: missing schemas and the project's hooks, one after the other over one session before the nodes and one after.</summary>
internal sealed class RunFrame(RunPlan plan, RunServices services, IRunObserver observer, SessionOpener opener)
{
    /// <summary>dbt's flag: a run whose `on-run-start` fails builds nothing.</summary>
    private const string SkipsNodes = "skip_nodes_if_on_run_start_fails";

    /// <summary>True where the project wants its nodes built though a hook before them failed.</summary>
    public bool GoesOnAfterHooks => !plan.Manifest.Project.IsFlagOn(SkipsNodes, otherwise: true);

    /// <summary>Creates the schemas and runs `on-run-start`.</summary>
    public async Task<FrameOutcome> BeginAsync(CancellationToken cancellation)
    {
        if (plan.Schemas.IsEmpty && plan.OnRunStart.IsEmpty)
        {
            return new FrameOutcome([]);
        }

        Worker worker = new(CompilationScope.MainThread, new NodeExecutor(plan, services, observer), opener, services.Clock);
        ImmutableArray<Diagnostic> trouble = await CreateSchemasAsync(worker, cancellation).ConfigureAwait(false);
        ImmutableArray<NodeResult> hooks = trouble.IsEmpty ? await RunAsync(plan.OnRunStart, worker, cancellation).ConfigureAwait(false) : [];
        await worker.CloseAsync().ConfigureAwait(false);
        return new FrameOutcome(hooks) { Trouble = trouble };
    }

    /// <summary>Runs `on-run-end`, whose texts see the results of the nodes.</summary>
    public async Task<FrameOutcome> EndAsync(IReadOnlyList<NodeResult> nodes, CancellationToken cancellation)
    {
        NodeExecutor executor = new(plan, services, observer) { Extras = RunEnd.ContextOf(nodes) };
        Worker worker = new(CompilationScope.MainThread, executor, opener, services.Clock);
        ImmutableArray<NodeResult> hooks = await RunAsync(plan.OnRunEnd, worker, cancellation).ConfigureAwait(false);
        await worker.CloseAsync().ConfigureAwait(false);
        return new FrameOutcome(hooks);
    }

    private async Task<ImmutableArray<Diagnostic>> CreateSchemasAsync(Worker worker, CancellationToken cancellation)
    {
        if (plan.Schemas.IsEmpty)
        {
            return [];
        }

        IEnumerable<SqlStatement> statements = plan.Schemas.Select(s => SqlStatement.Of($"create schema if not exists {RelationName.Quote(s)}"));
        try
        {
            StepRunner runner = new(await worker.SessionAsync(cancellation).ConfigureAwait(false), cancellation);
            StepAnswer answer = await runner.RunAsync(new BatchStep(SqlBatch.Atomic(statements)), AttemptedWork.Pure).ConfigureAwait(false);
            foreach (Diagnostic told in answer.Diagnostics)
            {
                observer.OnEvent(new DiagnosticRaised(services.Clock.GetUtcNow(), told));
            }

            return answer.Error is { } error ? [DescribeMissingSchema(error)] : [];
        }
        catch (DatabaseException failure)
        {
            return [DescribeMissingSchema(failure.Error)];
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return [];
        }
    }

    private Diagnostic DescribeMissingSchema(DatabaseError error)
    {
        string message = error.Message.Trim().TrimEnd('.');
        if (error.Connection is not null)
        {
            return Diagnostic.Error(ExecutionCodes.ConnectionFailed, message).WithDetail("detail", error.Detail).WithHints(error);
        }

        string schema = plan.Schemas[Math.Clamp(error.StatementIndex, 0, plan.Schemas.Length - 1)];
        return Diagnostic.Error(ExecutionCodes.SchemaMissing, $"the schema `{schema}` cannot be made: {message} (SQLSTATE {error.SqlState})")
            .WithDetail("detail", error.Detail)
            .WithHints(error)
            .WithHint("let the database's owner make it, or `grant create on database` to the user");
    }

    /// <summary>One after the other; those after the first that fails are skipped.</summary>
    private async Task<ImmutableArray<NodeResult>> RunAsync(ImmutableArray<OperationNode> hooks, Worker worker, CancellationToken cancellation)
    {
        List<NodeResult> results = [];
        foreach (OperationNode hook in hooks)
        {
            int index = results.Count + 1;
            observer.OnEvent(new NodeStarted(services.Clock.GetUtcNow(), hook, index, hooks.Length));
            HookOutcome told = new(hook, index);
            NodeResult result = results.Exists(r => NodeStatuses.IsFailure(r.Status)) ? worker.Skip(hook, told.Skipped) : await worker.ExecuteAsync(hook, told.Of, cancellation).ConfigureAwait(false);
            results.Add(result);
            observer.OnEvent(new NodeFinished(services.Clock.GetUtcNow(), result, index, hooks.Length));
        }

        return [.. results];
    }
}
