using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Execution.Sharing;

/// <summary>Several nodes that are built in one exchange: compiled one after the other, sent together, and told as their answers come.</summary>
internal sealed class SharedBuilds(NodeExecutor executor, string threadId, TimeProvider clock)
{
    private readonly List<Node> alone = [];
    private readonly List<(BriefBuild Build, BatchAnswer Answer)> failed = [];

    /// <summary>Nodes that have to be built by themselves: they ask the server while they are compiled, are not brief after all, or would have waited for somebody.</summary>
    public IReadOnlyList<Node> Alone => alone;

    /// <summary>What the server refused or a lost connection left undecided, for <see cref="NodeExecutor.CompleteAsync"/>.</summary>
    public IReadOnlyList<(BriefBuild Build, BatchAnswer Answer)> Failed => failed;

    /// <param name="tell">Hears of each node that is over, and when it was at work: nodes of an exchange follow one another in the server.</param>
    public async Task RunAsync(IReadOnlyList<Node> nodes, WorkerSession session, Action<Node, NodeOutcome, DateTimeOffset> tell, CancellationToken cancellation)
    {
        List<BriefBuild> builds = Prepare(nodes, cancellation);
        DateTimeOffset at = clock.GetUtcNow();
        int answered = 0;
        try
        {
            await foreach (BatchAnswer answer in session.ExecuteEachAsync([.. builds.Select(b => b.Sent)], cancellation).ConfigureAwait(false))
            {
                BriefBuild build = builds[answered++];
                if (answer.Error is null)
                {
                    NodeOutcome outcome = await executor.CompleteAsync(build, answer, session, cancellation).ConfigureAwait(false);
                    tell(build.Node, outcome with { CompiledAt = at }, at - build.Took);
                }
                else
                {
                    Keep(build, answer);
                }

                at = clock.GetUtcNow();
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            foreach (BriefBuild build in builds.Skip(answered))
            {
                tell(build.Node, NodeOutcome.Cancelled, at - build.Took);
            }
        }
    }

    private List<BriefBuild> Prepare(IReadOnlyList<Node> nodes, CancellationToken cancellation)
    {
        List<BriefBuild> builds = [];
        foreach (Node node in nodes)
        {
            if (!cancellation.IsCancellationRequested && executor.PrepareBrief(node, threadId, cancellation) is { } build)
            {
                builds.Add(build);
            }
            else
            {
                alone.Add(node);
            }
        }

        return builds;
    }

    private void Keep(BriefBuild build, BatchAnswer answer)
    {
        if (answer.Error?.SqlState == LockPatience.GaveWay)
        {
            alone.Add(build.Node);
        }
        else
        {
            failed.Add((build, answer));
        }
    }
}
