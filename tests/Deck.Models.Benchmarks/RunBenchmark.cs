namespace Deck.Models.Benchmarks;

/// <summary>What the engine adds to PostgreSQL's own work: relations without rows, against the same DDL that psql sends in one session.</summary>
internal static class RunBenchmark
{
    private const int Runs = 5;

    /// <summary>Both sides start from the same state in turn, first without and then with the relations of the run before.</summary>
    public static async Task MeasureAsync(string tool, int views, int tables)
    {
        using Scratch scratch = new();
        await using BenchmarkServer server = await BenchmarkServer.StartAsync(scratch.Folder);
        GeneratedProject.WriteEmptyBodied(scratch.Folder, views, tables, server.Profile);
        Compare(tool, server, scratch.Folder, new EmptyBodiedDdl(views, tables));
    }

    private static void Compare(string tool, BenchmarkServer server, string folder, EmptyBodiedDdl ddl)
    {
        void Reset() => server.Send("drop schema if exists bench cascade;");
        Measurement Run() => Measurement.Of(tool, ["run", "--quiet"], folder);

        Report.Title($"run of {ddl.Views} views and {ddl.Tables} tables, four threads, median of {Runs}");
        Round("first run", Reset, () => server.Send(ddl.First), Run);
        Reset();
        server.Send(ddl.First);
        Round("later run", () => { }, () => server.Send(ddl.Later), Run);
    }

    private static void Round(string name, Action reset, Func<Measurement> psql, Func<Measurement> deckmodel)
    {
        List<Measurement> sent = [];
        List<Measurement> run = [];
        for (int i = 0; i < Runs; i++)
        {
            reset();
            sent.Add(psql());
            reset();
            run.Add(deckmodel());
        }

        Report.Comparison($"{name}, one session", Measurement.Median(sent), Measurement.Median(run));
    }
}
