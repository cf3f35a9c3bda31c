namespace Deck.Models.Benchmarks;

/// <summary>How long it takes to read and resolve a project, and to write its manifest.</summary>
internal static class LoadBenchmark
{
    private const int Runs = 7;

    public static void Measure(string tool, int models)
    {
        using Scratch scratch = new();
        GeneratedProject.WriteRealistic(scratch.Folder, models);
        Report.Title($"load of {models} models with {2 * models} generic tests, median of {Runs}");
        Report.Line("deckmodel parse", Measurement.Median(Runs, () => Measurement.Of(tool, ["parse", "--quiet"], scratch.Folder)));
    }
}
