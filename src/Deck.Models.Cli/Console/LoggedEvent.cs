using Deck.Models.Engine.Reporting;
using Deck.Models.Text;

namespace Deck.Models.Cli.Console;

/// <summary>What a log tells of an event, whatever its form: when, how important, in which words.</summary>
/// <param name="Level">dbt's: `debug`, `info`, `warn` or `error`.</param>
internal sealed record LoggedEvent(DateTimeOffset At, string Level, string Text)
{
    public static readonly string[] Levels = ["debug", "info", "warn", "error", "none"];

    public string Thread { get; init; } = "MainThread";

    public static LoggedEvent Of(RunEvent happened)
    {
        LoggedEvent logged = new(happened.At, LevelOf(happened), TextOf(happened));
        return happened is NodeFinished finished ? logged with { Thread = finished.Result.ThreadId } : logged;
    }

    /// <summary>True where a log of the given level tells it.</summary>
    public bool IsAtLeast(string level) => Array.IndexOf(Levels, Level) >= Array.IndexOf(Levels, level);

    private static string LevelOf(RunEvent happened) => happened switch
    {
        MessageLogged { Level: MessageLogged.Print } => "info",
        MessageLogged message => message.Level,
        DiagnosticRaised raised => raised.Diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warn", _ => "info" },
        NodeFinished finished when NodeStatuses.IsFailure(finished.Result.Status) => "error",
        NodeFinished { Result.Status: NodeStatus.Warn } => "warn",
        BatchFinished batch when NodeStatuses.IsFailure(batch.Status) => "error",
        _ => "info",
    };

    private static string TextOf(RunEvent happened) => happened switch
    {
        RunStarted started => RunHeading.Of(started),
        NodeStarted started => $"{started.Index} of {started.Total} START {NodeLine.SubjectOf(started.Node)}",
        NodeFinished finished => PlainObserver.Line(finished),
        BatchStarted { Batch: var batch } started => $"Batch {batch.Index} of {batch.Total} START {started.Node.Name} {batch.Name}",
        BatchFinished batch => PlainObserver.Line(batch).Trim(),
        MessageLogged message => message.Text,
        DiagnosticRaised raised => DiagnosticFormatter.Format(raised.Diagnostic),
        RunFinished finished => RunSummary.Of(finished.Result).Line,
        _ => "",
    };
}
