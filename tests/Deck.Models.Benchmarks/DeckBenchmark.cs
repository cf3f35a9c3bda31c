using System.Globalization;
using System.Text.Json;

namespace Deck.Models.Benchmarks;

/// <summary>The whole DECK project over raw tables that grew: PostgreSQL ought to be what one waits for.</summary>
internal static class DeckBenchmark
{
    private const string Schema = "app";

    /// <param name="repository">The folder of the DECK project.</param>
    public static async Task MeasureAsync(string tool, string repository, long events)
    {
        using Scratch scratch = new();
        await using BenchmarkServer server = await BenchmarkServer.StartAsync(scratch.Folder);
        string profile = $"deck:\n  target: bench\n  outputs:\n    bench:\n      type: {server.Profile}\n      dbname: bench\n      schema: bench\n      threads: 4\n";
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "profiles.yml"), profile);
        Report.Title($"build of the DECK project over {events.ToString("N0", CultureInfo.InvariantCulture)} events, four threads");
        Report.Line("the raw tables are made", server.Send(DeckEvents.Script(Schema, events)));
        foreach (string name in (ReadOnlySpan<string>)["first build", "second build"])
        {
            Measurement built = Measurement.Of(tool, Build(repository, scratch.Folder), scratch.Folder);
            Report.Line(name, built);
            Report.Share($"{name}: processor time of deckmodel", built.Processor / built.Wall);
            Report.Share($"{name}: wall time without a node at work", 1 - (Working(Path.Combine(scratch.Folder, "target", "run_results.json")) / built.Wall));
        }
    }

    private static string[] Build(string repository, string scratch) =>
    [
        "build", "--quiet", "--project-dir", repository, "--profiles-dir", scratch, "--target-path", Path.Combine(scratch, "target"), "--log-path", Path.Combine(scratch, "logs"),
        "--vars", $"{{deck_app_schema: {Schema}, as_of_date: '2026-03-01'}}",
    ];

    /// <summary>The time in which at least one node was executed.</summary>
    private static TimeSpan Working(string results)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(results));
        DateTime until = DateTime.MinValue;
        TimeSpan working = TimeSpan.Zero;
        foreach ((DateTime start, DateTime end) in Executions(document).OrderBy(e => e.Start))
        {
            DateTime from = start > until ? start : until;
            working += end > from ? end - from : TimeSpan.Zero;
            until = end > until ? end : until;
        }

        return working;
    }

    private static IEnumerable<(DateTime Start, DateTime End)> Executions(JsonDocument results) =>
        from result in results.RootElement.GetProperty("results").EnumerateArray()
        from timing in result.GetProperty("timing").EnumerateArray()
        where timing.GetProperty("name").ValueEquals("execute")
        select (timing.GetProperty("started_at").GetDateTime(), timing.GetProperty("completed_at").GetDateTime());
}
