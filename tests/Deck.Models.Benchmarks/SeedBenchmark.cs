using System.Globalization;

namespace Deck.Models.Benchmarks;

/// <summary>A large CSV file into a table: `deckmodel seed` against `\copy` of psql, which is told the types.</summary>
internal static class SeedBenchmark
{
    private const string Name = "events";
    private const string Columns = "id integer, name text, amount numeric, at timestamp without time zone, flag boolean, note text";

    /// <param name="megabytes">The size of the file.</param>
    public static async Task MeasureAsync(string tool, int megabytes)
    {
        using Scratch scratch = new();
        await using BenchmarkServer server = await BenchmarkServer.StartAsync(scratch.Folder);
        GeneratedProject.WriteProjectFiles(scratch.Folder, "seeds", server.Profile);
        string file = Path.Combine(scratch.Folder, "seeds", $"{Name}.csv");
        Directory.CreateDirectory(Path.Combine(scratch.Folder, "seeds"));
        await WriteAsync(file, megabytes * 1_000_000L);
        Report.Title($"a seed of {megabytes} MB");
        server.Send($"create schema copied; create table copied.{Name} ({Columns});");
        Measurement copied = server.Send($"\\copy copied.{Name} from '{file}' with (format csv, header)\nanalyze copied.{Name};");
        Report.Comparison("seed", copied, Measurement.Of(tool, ["seed", "--quiet"], scratch.Folder));
    }

    private static async Task WriteAsync(string file, long bytes)
    {
        await using StreamWriter writer = new(file) { NewLine = "\n" };
        await writer.WriteLineAsync("id,name,amount,at,flag,note");
        DateTime start = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (int i = 1; writer.BaseStream.Position < bytes; i++)
        {
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{i},name {i % 1000},{i % 977}.{i % 100:00},{start.AddSeconds(i):yyyy-MM-dd HH:mm:ss},{(i % 2 == 0 ? "true" : "false")},\"a note, with a comma {i}\""));
        }
    }
}
