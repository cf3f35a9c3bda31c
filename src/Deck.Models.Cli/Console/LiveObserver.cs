using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Deck.Models.Cli.Console;

/// <summary>Tells a run on a terminal: finished nodes scroll by, below them stand the running ones with their time and the count done.</summary>
internal sealed class LiveObserver(IAnsiConsole console, TimeProvider clock, ConsoleVerbosity verbosity) : IRunObserver
{
    private const int MostRunningShown = 12;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly LiveRegion region = new(console);
    private readonly OrderedDictionary<NodeId, NodeStarted> running = [];
    private int done;
    private int failed;
    private int total;

    public void OnEvent(RunEvent happened)
    {
        lock (gate)
        {
            Note(happened);
            if (Shown(happened) is { } line)
            {
                region.ScrollBy(line, Rows());
            }
        }
    }

    /// <summary>Keeps the live part on the screen until the work is done, then takes it away.</summary>
    public async Task<T> AroundAsync<T>(Func<Task<T>> work)
    {
        try
        {
            Task<T> running = work();
            while (!running.IsCompleted)
            {
                Redraw();
                await Task.WhenAny(running, Task.Delay(Refresh, clock));
            }

            return await running;
        }
        finally
        {
            lock (gate)
            {
                region.Clear();
            }
        }
    }

    /// <summary>Draws the live part anew: the times have moved on.</summary>
    public void Redraw()
    {
        lock (gate)
        {
            region.Draw(Rows());
        }
    }

    private void Note(RunEvent happened)
    {
        switch (happened)
        {
            case RunStarted started:
                total = started.Nodes.Length;
                break;
            case NodeStarted started:
                running[started.Node.Id] = started;
                break;
            case NodeFinished finished:
                running.Remove(finished.Result.Node.Id);
                done += finished.Result.Node is OperationNode ? 0 : 1;
                failed += NodeStatuses.IsFailure(finished.Result.Status) ? 1 : 0;
                break;
        }
    }

    private Segment? Shown(RunEvent happened) => happened switch
    {
        RunStarted started when verbosity != ConsoleVerbosity.Quiet => new Segment(RunHeading.Of(started)),
        NodeFinished finished when verbosity != ConsoleVerbosity.Quiet || NodeStatuses.IsFailure(finished.Result.Status) =>
            new Segment(PlainObserver.Line(finished), StyleOf(finished.Result.Status)),
        BatchFinished batch when verbosity != ConsoleVerbosity.Quiet => new Segment(PlainObserver.Line(batch), StyleOf(batch.Status)),
        MessageLogged message when PlainObserver.IsShown(message, verbosity) => new Segment(message.Text),
        DiagnosticRaised raised => new Segment(DiagnosticFormatter.Format(raised.Diagnostic), raised.Diagnostic.Severity == Severity.Error ? Color.Red : Color.Yellow),
        _ => null,
    };

    /// <summary>As many running nodes as there is room for, then the count.</summary>
    private List<Segment> Rows()
    {
        DateTimeOffset now = clock.GetUtcNow();
        int room = Math.Clamp(console.Profile.Height - 3, 1, MostRunningShown);
        List<Segment> rows = [.. running.Values.Take(room).Select(s => Running(s, now))];
        if (running.Count > room)
        {
            rows.Add(new Segment($"  … and {running.Count - room} more", Color.Grey));
        }

        string failures = failed == 0 ? "" : $", {failed} failed";
        rows.Add(new Segment($"{done}/{total} done{failures}, Ctrl-C stops", failed == 0 ? Color.Grey : Color.Red));
        return rows;
    }

    /// <summary>The time is always seen: of a subject that is too long, the end is.</summary>
    private Segment Running(NodeStarted started, DateTimeOffset now)
    {
        string kind = $"  {NodeLine.KindOf(started.Node),-11} ";
        string time = $"  {NodeLine.Seconds(now - started.At)}";
        int room = Math.Max(1, console.Profile.Width - 1 - kind.Length - time.Length);
        return new Segment($"{kind}{Results.TextWidth.KeepEnd(NodeLine.SubjectOf(started.Node), room)}{time}", Color.Blue);
    }

    private static Style StyleOf(NodeStatus status) => status switch
    {
        NodeStatus.Success or NodeStatus.Pass => Color.Green,
        NodeStatus.Warn or NodeStatus.Skipped => Color.Yellow,
        NodeStatus.NoOp => Color.Grey,
        _ => Color.Red,
    };
}
