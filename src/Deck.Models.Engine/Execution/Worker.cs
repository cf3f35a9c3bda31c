using System.Threading.Channels;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>One thread of a run: takes nodes from a channel and executes them over a session of its own, opened when the first one comes.</summary>
internal sealed class Worker(string threadId, NodeExecutor executor, SessionOpener opener, TimeProvider clock)
{
    private WorkerSession? session;

    public async Task RunAsync(ChannelReader<PlannedNode> work, ChannelWriter<NodeResult> done, CancellationToken cancellation)
    {
        await foreach (PlannedNode planned in work.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            NodeResult result = await ExecuteAsync(planned.Node, cancellation).ConfigureAwait(false);
            done.TryWrite(result);
        }

        await CloseAsync().ConfigureAwait(false);
    }

    /// <summary>The node's result, whatever happens; a cancelled node counts as skipped.</summary>
    public async Task<NodeResult> ExecuteAsync(Node node, CancellationToken cancellation)
    {
        DateTimeOffset startedAt = clock.GetUtcNow();
        NodeOutcome outcome = await AttemptAsync(node, cancellation).ConfigureAwait(false);
        return new NodeResult
        {
            Node = node,
            Status = outcome.Status,
            Message = outcome.Message,
            Failures = outcome.Failures,
            RowsAffected = outcome.Rows,
            Response = outcome.Response,
            Batches = outcome.Batches,
            Overloads = outcome.Overloads,
            CompiledCode = outcome.CompiledCode,
            ExecutedSql = outcome.ExecutedSql,
            StartedAt = startedAt,
            CompiledAt = outcome.CompiledAt,
            FinishedAt = clock.GetUtcNow(),
            ThreadId = threadId,
            Diagnostics = outcome.Diagnostics,
        };
    }

    /// <summary>The worker's session, opened now where it is not open.</summary>
    public async Task<WorkerSession> SessionAsync(CancellationToken cancellation) =>
        session ??= await WorkerSession.OpenAsync(opener, cancellation).ConfigureAwait(false);

    public async ValueTask CloseAsync()
    {
        if (session is { } open)
        {
            session = null;
            await open.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<NodeOutcome> AttemptAsync(Node node, CancellationToken cancellation)
    {
        if (node is ExposureNode or SavedQueryNode)
        {
            return new NodeOutcome(NodeStatus.NoOp) { Message = "NO-OP", Failures = 0 };
        }

        try
        {
            WorkerSession own = await SessionAsync(cancellation).ConfigureAwait(false);
            NodeOutcome outcome = await executor.ExecuteAsync(node, threadId, own, cancellation).ConfigureAwait(false);
            await LeaveBrokenSessionAsync(outcome).ConfigureAwait(false);
            return outcome;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new NodeOutcome(NodeStatus.Skipped) { Message = "cancelled while it was running" };
        }
        catch (DatabaseException failure)
        {
            await CloseAsync().ConfigureAwait(false);
            return NodeOutcome.Failed(Diagnostic.Error(ExecutionCodes.ConnectionFailed, DatabaseDiagnostics.WordsOf(failure.Error), node.Location).WithHint(failure.Error.Hint));
        }
        catch (IOException failure)
        {
            return NodeOutcome.Failed(Diagnostic.Error(ExecutionCodes.UnreadableSeed, $"the file of `{node.Name}` cannot be read: {failure.Message.TrimEnd('.')}", node.Location));
        }
    }

    /// <summary>After a failure the connection itself may be gone: the next node gets a new one.</summary>
    private ValueTask LeaveBrokenSessionAsync(NodeOutcome outcome) => outcome.Status == NodeStatus.Error ? CloseAsync() : ValueTask.CompletedTask;
}
