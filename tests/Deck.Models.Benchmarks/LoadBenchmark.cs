namespace Deck.Models.Benchmarks;

/// <summary>How long it takes to read and resolve a project and to write its manifest: from nothing, again with nothing changed, and after one file has changed.</summary>
internal static class LoadBenchmark
{
    private const int Runs = 7;

    public static void Measure(string tool, int models)
    {
        using Scratch scratch = new();
        GeneratedProject.WriteRealistic(scratch.Folder, models);
        Report.Title($"load of {models} models with {2 * models} generic tests, `deckmodel parse`, median of {Runs}");
        Line("cold: no target folder", () => Forget(scratch.Folder));
        Line("cold: --no-partial-parse", () => { }, "--no-partial-parse");
        Parse(tool, scratch.Folder);
        Line("warm: nothing changed", () => { });
        Line("warm: a model changed", () => Append(scratch.Folder, GeneratedProject.FirstModel, "-- another line"));
        Line("warm: a schema file changed", () => Append(scratch.Folder, GeneratedProject.FirstSchema, "# another line"));
        Line("warm: the macro of all models changed", () => Append(scratch.Folder, GeneratedProject.Macro, "{# another line #}"));

        void Line(string name, Action prepare, params string[] flags) => Report.Line(name, Measurement.Median(Runs, () =>
        {
            prepare();
            return Parse(tool, scratch.Folder, flags);
        }));
    }

    private static Measurement Parse(string tool, string folder, params string[] flags) => Measurement.Of(tool, ["parse", "--quiet", .. flags], folder);

    private static void Forget(string folder)
    {
        if (Directory.Exists(Path.Combine(folder, "target")))
        {
            Directory.Delete(Path.Combine(folder, "target"), recursive: true);
        }
    }

    private static void Append(string folder, string path, string line) => File.AppendAllText(Path.Combine(folder, path), line + "\n");
}
