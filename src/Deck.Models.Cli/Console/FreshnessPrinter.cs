using System.Collections.Immutable;
using Deck.Models.Engine.Execution.Freshness;

namespace Deck.Models.Cli.Console;

/// <summary>Prints how fresh sources are: a line for each, and a count.</summary>
internal static class FreshnessPrinter
{
    /// <param name="isQuiet">True to print only what is too old.</param>
    public static void Print(Announcer announcer, ImmutableArray<FreshnessResult> results, bool isQuiet)
    {
        int width = results.Max(r => NameOf(r).Length);
        foreach (FreshnessResult result in results.Where(r => !isQuiet || r.Status is FreshnessStatus.Error or FreshnessStatus.RuntimeError))
        {
            announcer.Say($"{WordOf(result.Status),-5} {NameOf(result).PadRight(width)}  {DetailOf(result)}");
        }

        if (!isQuiet)
        {
            int Count(params FreshnessStatus[] statuses) => results.Count(r => statuses.Contains(r.Status));
            announcer.Say($"PASS={Count(FreshnessStatus.Pass)} WARN={Count(FreshnessStatus.Warn)} ERROR={Count(FreshnessStatus.Error, FreshnessStatus.RuntimeError)} TOTAL={results.Length}");
        }
    }

    private static string NameOf(FreshnessResult result) => $"{result.Source.SourceName}.{result.Source.Name}";

    private static string WordOf(FreshnessStatus status) => status switch
    {
        FreshnessStatus.Pass => "pass",
        FreshnessStatus.Warn => "warn",
        _ => "error",
    };

    private static string DetailOf(FreshnessResult result) => result switch
    {
        { Trouble: { } trouble } => trouble.Message,
        { MaxLoadedAt.Year: 1 } => "no rows",
        _ => $"newest row {AgeOf(result.Age)} old",
    };

    private static string AgeOf(TimeSpan age) => FormattableString.Invariant(age switch
    {
        { TotalMinutes: < 2 } => $"{age.TotalSeconds:0} seconds",
        { TotalHours: < 2 } => $"{age.TotalMinutes:0} minutes",
        { TotalDays: < 2 } => $"{age.TotalHours:0} hours",
        _ => $"{age.TotalDays:0} days",
    });
}
