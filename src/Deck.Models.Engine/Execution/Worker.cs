using System.Threading.Channels;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution.Fusing;
using Deck.Models.Engine.Execution.Sharing;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>One thread of a run: takes nodes from a channel and executes them over a session of its own, opened when the first one comes.</summary>
internal sealed class Worker(string threadId, NodeExecutor executor, SessionOpener opener, TimeProvider clock)
{
    /// <summary>dbt's `thread_id` in the results of hooks; their templates see <see cref="CompilationScope.MainThread"/>.</summary>
    private const string HookThread = "main";

    private WorkerSession? session;
    private DatabaseError? refusal;

    public async Task RunAsync(WorkerCrew crew, ChannelWriter<NodeResult> done, CancellationToken cancellation)
    {
        await foreach (WorkPiece piece in crew.Work.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            if (piece.Nodes is [{ ScanOf: null } single])
            {
                NodeResult result = await ExecuteAsync(single.Node, cancellation).ConfigureAwait(false);
                if (refusal is { Connection: ConnectionFailure.TooManyConnections } full && crew.TryLeave(piece, threadId, full))
                {
                    break;
                }

                done.TryWrite(result);
            }
            else if (piece.Nodes[0].IsBrief)
            {
                await ExecuteInOneExchangeAsync(piece.Nodes, crew, done, cancellation).ConfigureAwait(false);
            }
            else if (await ConnectAsync(cancellation).ConfigureAwait(false) is { Connection: ConnectionFailure.TooManyConnections } full && crew.TryLeave(piece, threadId, full))
            {
                break;
            }
            else
            {
                await ExecuteTogetherAsync([.. piece.Nodes.Select(n => n.Node)], done, cancellation).ConfigureAwait(false);
            }
        }

        await CloseAsync().ConfigureAwait(false);
    }

    /// <summary>The node's result, whatever happens; a cancelled node counts as skipped.</summary>
    public Task<NodeResult> ExecuteAsync(Node node, CancellationToken cancellation) =>
        ExecuteAsync(node, own => executor.ExecuteAsync(node, threadId, own, cancellation), cancellation);

    /// <summary>The result of a hook of the project.</summary>
    /// <param name="tell">Says how what it came to is told.</param>
    public async Task<NodeResult> ExecuteAsync(OperationNode hook, Func<NodeOutcome, NodeOutcome> tell, CancellationToken cancellation)
    {
        DateTimeOffset startedAt = clock.GetUtcNow();
        NodeOutcome outcome = await AttemptAsync(hook, own => executor.ExecuteAsync(hook, threadId, own, cancellation), cancellation).ConfigureAwait(false);
        return ResultOf(hook, tell(outcome), startedAt, clock.GetUtcNow());
    }

    /// <summary>The result of what the worker does not begin.</summary>
    public NodeResult Skip(Node node, NodeOutcome skipped) => ResultOf(node, skipped, clock.GetUtcNow(), clock.GetUtcNow());

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

    private async Task<NodeResult> ExecuteAsync(Node node, Func<WorkerSession, Task<NodeOutcome>> run, CancellationToken cancellation)
    {
        DateTimeOffset startedAt = clock.GetUtcNow();
        NodeOutcome outcome = await AttemptAsync(node, run, cancellation).ConfigureAwait(false);
        return ResultOf(node, outcome, startedAt, clock.GetUtcNow());
    }

    /// <summary>Nodes that are brief to build: most at once, those that failed once more as far as that may help, and what has to be built by itself by whoever is free.</summary>
    private async Task ExecuteInOneExchangeAsync(IReadOnlyList<PlannedNode> nodes, WorkerCrew crew, ChannelWriter<NodeResult> done, CancellationToken cancellation)
    {
        SharedBuilds builds = new(executor, threadId, clock);
        if (await ConnectAsync(cancellation).ConfigureAwait(false) is null && session is { } own)
        {
            await builds.RunAsync([.. nodes.Select(n => n.Node)], own, (node, outcome, startedAt) => done.TryWrite(ResultOf(node, outcome, startedAt, clock.GetUtcNow())), cancellation).ConfigureAwait(false);
            crew.GiveBack(nodes.Where(n => builds.Alone.Contains(n.Node)));
        }
        else
        {
            // Who takes a node by itself tells what is wrong, or leaves the work to the others.
            crew.GiveBack(nodes);
        }

        foreach ((BriefBuild build, BatchAnswer answer) in builds.Failed)
        {
            done.TryWrite(await ExecuteAsync(build.Node, session => executor.CompleteAsync(build, answer, session, cancellation), cancellation).ConfigureAwait(false));
        }
    }

    /// <summary>Opens the session where it is not open: what the server has against it, or null, also where the run was cancelled meanwhile.</summary>
    private async Task<DatabaseError?> ConnectAsync(CancellationToken cancellation)
    {
        try
        {
            await SessionAsync(cancellation).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (DatabaseException failure)
        {
            return failure.Error;
        }
    }

    /// <summary>Tests of one relation: those that one query decides, each with an equal share of its time, then the others one by one.</summary>
    private async Task ExecuteTogetherAsync(IReadOnlyList<Node> tests, ChannelWriter<NodeResult> done, CancellationToken cancellation)
    {
        DateTimeOffset at = clock.GetUtcNow();
        FusedTests fused = await AskAsync(tests, cancellation).ConfigureAwait(false);
        TimeSpan share = (clock.GetUtcNow() - at) / tests.Count;
        foreach (Node node in tests)
        {
            if (fused.TryFindOutcome(node, out NodeOutcome? outcome))
            {
                done.TryWrite(ResultOf(node, outcome with { CompiledAt = at }, at, at + share));
                at += share;
            }
        }

        foreach (Node node in tests.Where(n => !fused.TryFindOutcome(n, out _)))
        {
            NodeResult result = fused.TryFindCompilation(node, out NodeCompilation? compiled)
                ? await ExecuteAsync(node, own => executor.RunAsync(compiled, own, cancellation), cancellation).ConfigureAwait(false)
                : await ExecuteAsync(node, cancellation).ConfigureAwait(false);
            done.TryWrite(result);
        }
    }

    /// <summary>Where the query fails or is cancelled, nothing is decided, and the tests by themselves tell why.</summary>
    private async Task<FusedTests> AskAsync(IReadOnlyList<Node> tests, CancellationToken cancellation)
    {
        FusedTests fused = new(tests);
        try
        {
            await fused.AskAsync(executor, threadId, await SessionAsync(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return fused;
        }
        catch (DatabaseException)
        {
            await CloseAsync().ConfigureAwait(false);
        }

        return fused;
    }

    private NodeResult ResultOf(Node node, NodeOutcome outcome, DateTimeOffset startedAt, DateTimeOffset finishedAt) => new()
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
        CompiledOverloads = outcome.CompiledOverloads,
        ExecutedSql = outcome.ExecutedSql,
        StartedAt = startedAt,
        CompiledAt = outcome.CompiledAt,
        FinishedAt = finishedAt,
        ThreadId = node is OperationNode ? HookThread : threadId,
        Diagnostics = outcome.Diagnostics,
    };

    private async Task<NodeOutcome> AttemptAsync(Node node, Func<WorkerSession, Task<NodeOutcome>> run, CancellationToken cancellation)
    {
        if (node is ExposureNode or SavedQueryNode)
        {
            return new NodeOutcome(NodeStatus.NoOp) { Message = "NO-OP", Failures = 0 };
        }

        try
        {
            refusal = null;
            WorkerSession own = await SessionAsync(cancellation).ConfigureAwait(false);
            NodeOutcome outcome = await run(own).ConfigureAwait(false);
            await LeaveBrokenSessionAsync(outcome).ConfigureAwait(false);
            return outcome;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return NodeOutcome.Cancelled;
        }
        catch (DatabaseException failure)
        {
            await CloseAsync().ConfigureAwait(false);
            refusal = failure.Error;
            return NodeOutcome.Failed(Diagnostic.Error(ExecutionCodes.ConnectionFailed, DatabaseDiagnostics.WordsOf(failure.Error), node.Location).WithHints(failure.Error));
        }
        catch (IOException failure)
        {
            return NodeOutcome.Failed(Diagnostic.Error(ExecutionCodes.UnreadableSeed, $"the file of `{node.Name}` cannot be read: {failure.Message.TrimEnd('.')}", node.Location));
        }
    }

    /// <summary>After a failure the connection itself may be gone: the next node gets a new one.</summary>
    private ValueTask LeaveBrokenSessionAsync(NodeOutcome outcome) => outcome.Status == NodeStatus.Error ? CloseAsync() : ValueTask.CompletedTask;
}
