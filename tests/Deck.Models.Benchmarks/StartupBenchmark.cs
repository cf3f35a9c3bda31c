namespace Deck.Models.Benchmarks;

/// <summary>How long a command takes that does nothing.</summary>
internal static class StartupBenchmark
{
    private const int Runs = 21;

    public static void Measure(string tool)
    {
        Report.Title($"start-up, median of {Runs}");
        Report.Line("deckmodel --version", Measurement.Median(Runs, () => Measurement.Of(tool, ["--version"])));
        Report.Line("deckmodel run --help", Measurement.Median(Runs, () => Measurement.Of(tool, ["run", "--help"])));
    }
}
