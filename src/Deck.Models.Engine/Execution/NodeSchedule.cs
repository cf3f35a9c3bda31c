using System.Threading.Channels;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Execution;

/// <summary>The loop that hands ready nodes to workers, collects their results, and gives up what can no longer begin.</summary>
internal sealed class NodeSchedule
{
    private readonly RunPlan plan;
    private readonly RunServices services;
    private readonly IRunObserver observer;
    private readonly ReadyQueue queue;
    private readonly Dictionary<NodeId, int> places;
    private readonly WorkPiece?[] pieces;
    private readonly List<NodeResult> results = [];
    private int begun;
    private int running;
    private NodeId? stoppedBy;

    /// <param name="threads">How many workers there will be.</param>
    public NodeSchedule(RunPlan plan, RunServices services, IRunObserver observer, int threads)
    {
        this.plan = plan;
        this.services = services;
        this.observer = observer;
        queue = new ReadyQueue(plan.Nodes, threads);
        pieces = new WorkPiece?[plan.Nodes.Length];
        places = plan.Nodes.Select((n, i) => (n.Node.Id, i)).ToDictionary(p => p.Id, p => p.i);
    }

    /// <summary>Runs all nodes; the results come in the order in which they ended.</summary>
    public async Task<IReadOnlyList<NodeResult>> RunAsync(IReadOnlyList<Worker> workers, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Channel<WorkPiece> work = Channel.CreateUnbounded<WorkPiece>();
        Channel<NodeResult> done = Channel.CreateUnbounded<NodeResult>();
        WorkerCrew crew = new(workers.Count, work, services, observer);
        Task[] threads = [.. workers.Select(w => Task.Run(() => WorkAsync(w, crew, done.Writer, stop.Token), CancellationToken.None))];
        while (HandOut(work.Writer, workers.Count, stop.Token) && await done.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            NodeResult result = await done.Reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            running -= pieces[places[result.Node.Id]]?.Settle() == true ? 1 : 0;
            if (Settle(result))
            {
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }

        GiveUp(queue.TakeRest(), stoppedBy, stoppedBy is { } failed ? $"not begun, as `{failed}` failed and the run stops at the first failure" : "not begun, as the run was cancelled");
        work.Writer.Complete();
        await Task.WhenAll(threads).ConfigureAwait(false);
        return results;
    }

    /// <summary>Gives up every node; nothing has begun.</summary>
    public IReadOnlyList<NodeResult> Skip(string message)
    {
        GiveUp(queue.TakeRest(), null, message);
        return results;
    }

    /// <summary>A worker that ends by a mistake of ours closes the channel of results, so that the schedule does not wait for one that never comes.</summary>
    private static async Task WorkAsync(Worker worker, WorkerCrew crew, ChannelWriter<NodeResult> done, CancellationToken stop)
    {
        bool ended = false;
        try
        {
            await worker.RunAsync(crew, done, stop).ConfigureAwait(false);
            ended = true;
        }
        finally
        {
            if (!ended)
            {
                done.TryComplete();
            }
        }
    }

    /// <summary>Gives every idle worker a ready node, or several that it can do at once; false where nothing runs and nothing can.</summary>
    private bool HandOut(ChannelWriter<WorkPiece> work, int threads, CancellationToken stop)
    {
        while (running < threads && !stop.IsCancellationRequested && queue.Take(threads - running) is { Count: > 0 } taken)
        {
            running++;
            WorkPiece piece = new([.. taken.Select(node => plan.Nodes[node])]);
            foreach (int node in taken)
            {
                begun++;
                pieces[node] = piece;
                observer.OnEvent(new NodeStarted(services.Clock.GetUtcNow(), plan.Nodes[node].Node, begun, plan.Nodes.Length));
            }

            work.TryWrite(piece);
        }

        return running > 0;
    }

    /// <summary>True where the run has to stop because of the result.</summary>
    private bool Settle(NodeResult result)
    {
        int node = places[result.Node.Id];
        Report(result);
        if (result.Status == NodeStatus.Skipped)
        {
            return false;
        }

        if (!NodeStatuses.IsFailure(result.Status))
        {
            queue.Succeed(node);
            return false;
        }

        if (result.Node is ModelNode && result.Node.Config.GetText("on_error") == "continue")
        {
            queue.Succeed(node);
        }
        else
        {
            GiveUp(queue.Fail(node), result.Node.Id, $"skipped, as `{result.Node.Id}` failed");
        }

        bool stops = plan.Manifest.Project.Settings.FailFast && stoppedBy is null;
        stoppedBy = stops ? result.Node.Id : stoppedBy;
        return stops;
    }

    private void GiveUp(IEnumerable<int> nodes, NodeId? because, string message)
    {
        DateTimeOffset now = services.Clock.GetUtcNow();
        foreach (int node in nodes)
        {
            begun++;
            Report(new NodeResult
            {
                Node = plan.Nodes[node].Node, Status = NodeStatus.Skipped, Message = message, SkippedBecauseOf = because, StartedAt = now, FinishedAt = now,
            });
        }
    }

    private void Report(NodeResult result)
    {
        results.Add(result);
        observer.OnEvent(new NodeFinished(services.Clock.GetUtcNow(), result, results.Count, plan.Nodes.Length));
    }
}
