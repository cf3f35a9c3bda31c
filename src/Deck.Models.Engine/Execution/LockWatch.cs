using System.Collections.Immutable;
using System.Globalization;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Execution;

/// <summary>Tells the user whom the nodes of a run wait for: once a second the server is asked who blocks the sessions that have been at work that long.</summary>
internal sealed class LockWatch(IDatabase database, TimeProvider clock, IRunObserver observer) : IDisposable
{
    private const string Question = """
        select w.pid, b.pid, concat_ws(', ', nullif(a.application_name, ''), a.usename, 'since ' || to_char(a.xact_start, 'HH24:MI:SS'))
        from unnest($1::int[]) w (pid), lateral unnest(pg_catalog.pg_blocking_pids(w.pid)) b (pid)
        left join pg_catalog.pg_stat_activity a on a.pid = b.pid
        order by 1, 2
        """;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly List<WatchedNode> atWork = [];
    private readonly PeriodicTimer timer = new(Pace, clock);

    /// <summary>Watches a node's session until the answer is disposed.</summary>
    public IDisposable Enter(int process, Node node)
    {
        WatchedNode entered = new(process, node, clock.GetUtcNow(), this);
        lock (gate)
        {
            atWork.Add(entered);
        }

        return entered;
    }

    /// <summary>Watches until <see cref="Dispose"/>. What goes wrong with its own connection ends it without a word: it is a help, not a part of the run.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        IDatabaseSession? session = null;
        try
        {
            while (await timer.WaitForNextTickAsync(CancellationToken.None).ConfigureAwait(false))
            {
                if (LongAtWork() is { IsEmpty: false } nodes)
                {
                    session ??= await database.OpenSessionAsync(cancellation).ConfigureAwait(false);
                    await AskAsync(session, nodes, cancellation).ConfigureAwait(false);
                }
            }
        }
        catch (Exception failure) when (failure is DatabaseException or OperationCanceledException)
        {
            timer.Dispose();
        }

        if (session is not null)
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => timer.Dispose();

    private ImmutableArray<WatchedNode> LongAtWork()
    {
        DateTimeOffset before = clock.GetUtcNow() - Pace;
        lock (gate)
        {
            return [.. atWork.Where(n => n.Since <= before)];
        }
    }

    private async Task AskAsync(IDatabaseSession session, ImmutableArray<WatchedNode> nodes, CancellationToken cancellation)
    {
        string processes = $"{{{string.Join(',', nodes.Select(n => n.Process))}}}";
        IReadOnlyList<QueryResult> answer = await session.ExecuteAsync(SqlBatch.Separate(SqlStatement.Of(Question, processes)), cancellation).ConfigureAwait(false);
        foreach (WatchedNode node in nodes)
        {
            string process = node.Process.ToString(CultureInfo.InvariantCulture);
            Tell(node, string.Join(" and ", answer[0].Rows.Where(r => r[0] == process).Select(r => HolderOf(r, nodes))));
        }
    }

    /// <summary>Says it once for each set of holders.</summary>
    private void Tell(WatchedNode node, string holders)
    {
        if (holders.Length > 0 && holders != node.Told)
        {
            node.Remember(holders);
            observer.OnEvent(new MessageLogged(clock.GetUtcNow(), "info", $"{node.Node.Name} waits for {holders}", true, node.Node));
        }
    }

    private static string HolderOf(string?[] row, ImmutableArray<WatchedNode> nodes) =>
        nodes.FirstOrDefault(n => n.Process.ToString(CultureInfo.InvariantCulture) == row[1]) is { } own ? own.Node.Name : $"process {row[1]} ({row[2]})";

    private void Leave(WatchedNode node)
    {
        lock (gate)
        {
            atWork.Remove(node);
        }
    }

    /// <summary>A node at work, and what has been told of it.</summary>
    private sealed class WatchedNode(int process, Node node, DateTimeOffset since, LockWatch watch) : IDisposable
    {
        public int Process => process;

        public Node Node => node;

        public DateTimeOffset Since => since;

        public string Told { get; private set; } = "";

        public void Remember(string holders) => Told = holders;

        public void Dispose() => watch.Leave(this);
    }
}
