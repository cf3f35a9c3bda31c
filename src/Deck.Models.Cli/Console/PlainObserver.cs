using Deck.Models.Engine.Reporting;
using Deck.Models.Text;

namespace Deck.Models.Cli.Console;

/// <summary>Tells a run as plain lines, one for every node that ends: for files, pipes and CI logs.</summary>
internal sealed class PlainObserver(TextWriter writer, ConsoleVerbosity verbosity) : IRunObserver
{
    public void OnEvent(RunEvent happened)
    {
        switch (happened)
        {
            case RunStarted started when verbosity != ConsoleVerbosity.Quiet:
                writer.WriteLine(RunHeading.Of(started));
                break;
            case NodeStarted started when verbosity == ConsoleVerbosity.Debug:
                writer.WriteLine($"{Counter(started.Index, started.Total)} start {NodeLine.SubjectOf(started.Node)}");
                break;
            case NodeFinished finished when verbosity != ConsoleVerbosity.Quiet || NodeStatuses.IsFailure(finished.Result.Status):
                writer.WriteLine(Line(finished));
                break;
            case BatchFinished batch when verbosity != ConsoleVerbosity.Quiet:
                writer.WriteLine(Line(batch));
                break;
            case MessageLogged message when IsShown(message, verbosity):
                writer.WriteLine(message.Text);
                break;
            case DiagnosticRaised raised when verbosity != ConsoleVerbosity.Quiet || raised.Diagnostic.Severity == Severity.Error:
                writer.WriteLine(DiagnosticFormatter.Format(raised.Diagnostic));
                break;
        }
    }

    /// <summary>A node's line: counter, status, kind, subject, time, detail.</summary>
    internal static string Line(NodeFinished finished)
    {
        NodeLine line = NodeLine.Of(finished.Result);
        return $"{Counter(finished.Index, finished.Total)} {line.Status,-5} {line.Kind,-11} {line.Subject}  {NodeLine.Seconds(line.Elapsed)}  {line.Detail}".TrimEnd();
    }

    /// <summary>A batch's line: which of how many, status, name, time.</summary>
    internal static string Line(BatchFinished batch) =>
        $"  batch {batch.Batch.Index} of {batch.Batch.Total} {NodeLine.StatusOf(batch.Status)} {batch.Node.Name} {batch.Batch.Name}  {NodeLine.Seconds(batch.Elapsed)}{(batch.Rows is { } rows ? $"  {NodeLine.Rows(rows)}" : "")}";

    private static string Counter(int index, int total)
    {
        string width = total.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return $"{index.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(width.Length)}/{width}";
    }

    /// <summary>As in dbt, `--quiet` leaves of what templates say only what they print.</summary>
    internal static bool IsShown(MessageLogged message, ConsoleVerbosity verbosity) =>
        message.Level == MessageLogged.Print || verbosity == ConsoleVerbosity.Debug || (message.ToUser && verbosity != ConsoleVerbosity.Quiet);
}
