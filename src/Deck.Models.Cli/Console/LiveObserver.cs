using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;
using Spectre.Console;
using Spectre.Console.Rendering;
using StyledText = Spectre.Console.Text;

namespace Deck.Models.Cli.Console;

/// <summary>Tells a run on a terminal: finished nodes scroll by, below them stand the running ones with their time and the count done.</summary>
internal sealed class LiveObserver(IAnsiConsole console, TimeProvider clock, ConsoleVerbosity verbosity) : IRunObserver
{
    private const int MostRunningShown = 12;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
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
                console.Write(line);
            }
        }
    }

    /// <summary>Keeps the live part on the screen until the work is done, then takes it away.</summary>
    public Task<T> AroundAsync<T>(Func<Task<T>> work) => console.Live(StyledText.Empty).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(async live =>
    {
        Task<T> running = work();
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, Task.Delay(Refresh, clock));
            live.UpdateTarget(Draw());
        }

        return await running;
    });

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
                done++;
                failed += NodeStatuses.IsFailure(finished.Result.Status) ? 1 : 0;
                break;
        }
    }

    private Paragraph? Shown(RunEvent happened) => happened switch
    {
        RunStarted started when verbosity != ConsoleVerbosity.Quiet => Line(RunHeading.Of(started), Style.Plain),
        NodeFinished finished when verbosity != ConsoleVerbosity.Quiet || NodeStatuses.IsFailure(finished.Result.Status) =>
            Line(PlainObserver.Line(finished), StyleOf(finished.Result.Status)),
        MessageLogged message when message.ToUser || verbosity == ConsoleVerbosity.Debug => Line(message.Text, Style.Plain),
        DiagnosticRaised raised => Line(DiagnosticFormatter.Format(raised.Diagnostic), raised.Diagnostic.Severity == Severity.Error ? Color.Red : Color.Yellow),
        _ => null,
    };

    private Rows Draw()
    {
        lock (gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            List<IRenderable> rows = [.. running.Values.Take(MostRunningShown).Select(s => Running(s, now))];
            if (running.Count > MostRunningShown)
            {
                rows.Add(new StyledText($"  … and {running.Count - MostRunningShown} more", Color.Grey));
            }

            string failures = failed == 0 ? "" : $", {failed} failed";
            rows.Add(new StyledText($"{done}/{total} done{failures}, Ctrl-C stops", failed == 0 ? Color.Grey : Color.Red));
            return new Rows(rows);
        }
    }

    private static StyledText Running(NodeStarted started, DateTimeOffset now) =>
        new($"  {NodeLine.KindOf(started.Node),-11} {NodeLine.SubjectOf(started.Node)}  {NodeLine.Seconds(now - started.At)}", Color.Blue);

    /// <summary>A line that scrolls by; filled up, since it is written over the live part, which is not erased before.</summary>
    private Paragraph Line(string text, Style style)
    {
        int width = console.Profile.Width - 1;
        IEnumerable<string> lines = text.Split('\n').Select(line => Results.TextWidth.PadRight(line.TrimEnd('\r'), width));
        return new Paragraph(string.Join('\n', lines) + "\n", style);
    }

    private static Style StyleOf(NodeStatus status) => status switch
    {
        NodeStatus.Success or NodeStatus.Pass => Color.Green,
        NodeStatus.Warn or NodeStatus.Skipped => Color.Yellow,
        NodeStatus.NoOp => Color.Grey,
        _ => Color.Red,
    };
}
