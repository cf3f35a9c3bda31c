using System.Collections.Immutable;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>What surrounds the nodes of a run: missing schemas and the project's hooks, one after the other over one session.</summary>
internal sealed class RunFrame(RunPlan plan, Worker worker, SessionOpener opener)
{
    private readonly List<NodeResult> results = [];

    /// <summary>Results of the hooks that ran.</summary>
    public IReadOnlyList<NodeResult> Results => results;

    /// <summary>Creates the schemas and runs `on-run-start`; with errors the run must not begin.</summary>
    public async Task<ImmutableArray<Diagnostic>> BeginAsync(CancellationToken cancellation)
    {
        ImmutableArray<Diagnostic> trouble = await CreateSchemasAsync(cancellation).ConfigureAwait(false);
        return trouble.IsEmpty ? await RunAsync(plan.OnRunStart, cancellation).ConfigureAwait(false) : trouble;
    }

    public Task<ImmutableArray<Diagnostic>> EndAsync(CancellationToken cancellation) => RunAsync(plan.OnRunEnd, cancellation);

    private async Task<ImmutableArray<Diagnostic>> CreateSchemasAsync(CancellationToken cancellation)
    {
        if (plan.Schemas.IsEmpty)
        {
            return [];
        }

        try
        {
            await using IDatabaseSession session = await opener.OpenAsync(cancellation).ConfigureAwait(false);
            IEnumerable<SqlStatement> statements = plan.Schemas.Select(s => SqlStatement.Of($"create schema if not exists {RelationName.Quote(s)}"));
            await session.ExecuteAsync(SqlBatch.Separate(statements), cancellation).ConfigureAwait(false);
            return [];
        }
        catch (DatabaseException failure)
        {
            return [Diagnostic.Error(ExecutionCodes.ConnectionFailed, failure.Error.Message.Trim().TrimEnd('.')).WithHint(failure.Error.Detail).WithHint(failure.Error.Hint)];
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return [];
        }
    }

    private async Task<ImmutableArray<Diagnostic>> RunAsync(ImmutableArray<OperationNode> hooks, CancellationToken cancellation)
    {
        foreach (OperationNode hook in hooks)
        {
            NodeResult result = await worker.ExecuteAsync(hook, cancellation).ConfigureAwait(false);
            results.Add(result);
            if (NodeStatuses.IsFailure(result.Status))
            {
                await worker.CloseAsync().ConfigureAwait(false);
                return result.Diagnostics.IsEmpty ? [Diagnostic.Error(ExecutionCodes.HookFailed, $"the hook `{hook.Name}` failed", hook.Location)] : result.Diagnostics;
            }
        }

        await worker.CloseAsync().ConfigureAwait(false);
        return [];
    }
}
