using BenchmarkDotNet.Running;

namespace Deck.Models.Benchmarks;

/// <summary>Measures the published tool; docs/benchmarks.md says how and holds the figures.</summary>
internal static class Program
{
    private const string Usage = """
        usage: dotnet run -c Release --project tests/Deck.Models.Benchmarks -- VERB

          startup               `deckmodel --version`
          load [MODELS]         `deckmodel parse` of a generated project, cold, warm, and after one change (500, 2000, 10000)
          run [VIEWS TABLES]    `deckmodel run` of empty-bodied relations (200 200, and 1000 1000) against psql
          workloads [MS]        500 views, 500 tables, 100 merges, 2,000 tests against four psql sessions; MS is added to each round trip (0, then 50)
          deck [EVENTS]         `deckmodel build` of the DECK project over so many events (10000000)
          tests [ROWS]          `deckmodel test` of 20 tests on a table (5000000) and of 2,000 on small ones, fused and one by one
          seed [MEGABYTES]      `deckmodel seed` of a file of so many megabytes (1000) against \copy
          templates             the template engine against Python's Jinja2, by processor time
          micro                 the template engine by itself, with what it allocates (BenchmarkDotNet)
          all                   all of the above

        DECKMODEL names the executable; without it the one that ./deckmodel builds is measured.
        """;

    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["startup"]:
                StartupBenchmark.Measure(Tool.Find());
                return 0;
            case ["load"]:
                MeasureLoads(Tool.Find());
                return 0;
            case ["load", { } models]:
                LoadBenchmark.Measure(Tool.Find(), Number(models));
                return 0;
            case ["run"]:
                await MeasureRunsAsync(Tool.Find());
                return 0;
            case ["run", { } views, { } tables]:
                await RunBenchmark.MeasureAsync(Tool.Find(), Number(views), Number(tables));
                return 0;
            case ["workloads"]:
                await MeasureWorkloadsAsync(Tool.Find());
                return 0;
            case ["workloads", { } milliseconds]:
                await WorkloadBenchmark.MeasureAsync(Tool.Find(), TimeSpan.FromMilliseconds(Number(milliseconds)));
                return 0;
            case ["deck"]:
                await DeckBenchmark.MeasureAsync(Tool.Find(), Tool.Repository(), 10_000_000);
                return 0;
            case ["deck", { } events]:
                await DeckBenchmark.MeasureAsync(Tool.Find(), Tool.Repository(), Number(events));
                return 0;
            case ["tests"]:
                await TestsBenchmark.MeasureAsync(Tool.Find(), 5_000_000);
                return 0;
            case ["tests", { } rows]:
                await TestsBenchmark.MeasureAsync(Tool.Find(), Number(rows));
                return 0;
            case ["seed"]:
                await SeedBenchmark.MeasureAsync(Tool.Find(), 1000);
                return 0;
            case ["seed", { } megabytes]:
                await SeedBenchmark.MeasureAsync(Tool.Find(), Number(megabytes));
                return 0;
            case ["templates"]:
                TemplateComparison.Measure();
                return 0;
            case ["micro"]:
                BenchmarkRunner.Run<TemplateBenchmarks>(TemplateBenchmarks.Short);
                return 0;
            case ["all"]:
                await MeasureAllAsync(Tool.Find());
                return 0;
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static async Task MeasureAllAsync(string tool)
    {
        StartupBenchmark.Measure(tool);
        MeasureLoads(tool);
        await MeasureRunsAsync(tool);
        await MeasureWorkloadsAsync(tool);
        await DeckBenchmark.MeasureAsync(tool, Tool.Repository(), 10_000_000);
        await TestsBenchmark.MeasureAsync(tool, 5_000_000);
        await SeedBenchmark.MeasureAsync(tool, 1000);
        TemplateComparison.Measure();
        BenchmarkRunner.Run<TemplateBenchmarks>(TemplateBenchmarks.Short);
    }

    /// <summary>The aim's size, and one where what a start costs weighs little.</summary>
    private static async Task MeasureRunsAsync(string tool)
    {
        await RunBenchmark.MeasureAsync(tool, 200, 200);
        await RunBenchmark.MeasureAsync(tool, 1000, 1000);
    }

    /// <summary>On the server's own socket, then as if the server stood in another region.</summary>
    private static void MeasureLoads(string tool)
    {
        foreach (int models in (int[])[500, 2000, 10_000])
        {
            LoadBenchmark.Measure(tool, models);
        }
    }

    private static async Task MeasureWorkloadsAsync(string tool)
    {
        await WorkloadBenchmark.MeasureAsync(tool, TimeSpan.Zero);
        await WorkloadBenchmark.MeasureAsync(tool, TimeSpan.FromMilliseconds(50));
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
