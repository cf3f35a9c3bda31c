using Deck.Models.Engine.Reporting;
using Deck.Models.Text;

namespace Deck.Models.Cli.Console;

/// <summary>Prints how a run went: what failed with why and where, the figures, how to go on.</summary>
internal static class SummaryPrinter
{
    public static void Print(TextWriter writer, RunSummary summary, string sqlFolder, bool quiet)
    {
        foreach (NodeResult result in summary.Failures.Concat(summary.Warnings).Concat(quiet ? [] : summary.Remarks))
        {
            PrintResult(writer, result);
        }

        if (quiet && summary.Failures.IsEmpty)
        {
            return;
        }

        writer.WriteLine();
        string how = summary.Run.WasCancelled ? "Cancelled" : summary.Run.Succeeded ? "Done" : "Failed";
        writer.WriteLine($"{how} in {NodeLine.Seconds(summary.Run.Elapsed)}: {summary.Line}");
        foreach (string hint in summary.HintsOf(sqlFolder))
        {
            writer.WriteLine($"hint: {hint}");
        }
    }

    private static void PrintResult(TextWriter writer, NodeResult result)
    {
        writer.WriteLine();
        writer.WriteLine($"{result.Node.Id} ({result.Node.OriginalFilePath})");
        if (result.Diagnostics.IsEmpty)
        {
            writer.WriteLine(result.Message ?? NodeStatuses.NameOf(result.Status));
        }

        foreach (Diagnostic diagnostic in result.Diagnostics)
        {
            writer.WriteLine(DiagnosticFormatter.Format(diagnostic));
        }

        PrintDifference(writer, result);
    }

    /// <summary>A test's message has the reason, which its diagnostic tells as well, and below it the rows that differ.</summary>
    private static void PrintDifference(TextWriter writer, NodeResult result)
    {
        if (result is { Status: NodeStatus.Fail, Message: { } message, Diagnostics.IsEmpty: false } && message.IndexOf('\n', StringComparison.Ordinal) is > 0 and int end)
        {
            writer.WriteLine(message[(end + 1)..].TrimEnd());
        }
    }
}
