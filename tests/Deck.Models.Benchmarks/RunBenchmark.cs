using System.Collections;
using System.Collections.Immutable;
using Deck.Models.Postgres.Local;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Text;

namespace Deck.Models.Benchmarks;

/// <summary>What the engine adds to PostgreSQL's own work: relations without rows, against the same DDL that psql sends in one session.</summary>
internal static class RunBenchmark
{
    private const int Runs = 5;

    /// <summary>Both sides start from the same state in turn, first without and then with the relations of the run before.</summary>
    public static async Task MeasureAsync(string tool, int views, int tables)
    {
        using Scratch scratch = new();
        LocalServerOptions options = new()
        {
            Folder = Path.Combine(scratch.Folder, "server"),
            Database = "bench",
            Environment = ReadEnvironment(),
        };
        try
        {
            Checked<LocalServerLease> started = await LocalServer.StartAsync(options, null, CancellationToken.None);
            await using LocalServerLease server = started.Value ?? throw new InvalidOperationException(string.Join('\n', started.Diagnostics.Select(d => d.Message)));
            LocalEndpoint endpoint = server.Endpoint;
            PsqlCommand psql = (await LocalServer.PsqlAsync(options, endpoint, CancellationToken.None)).Value ?? throw new InvalidOperationException("there is no psql");
            string profile = $"postgres\n      host: {endpoint.SocketDirectory}\n      port: {endpoint.Port}\n      user: {endpoint.User}\n      password: none";
            GeneratedProject.WriteEmptyBodied(scratch.Folder, views, tables, profile);
            Compare(tool, psql, scratch.Folder, new EmptyBodiedDdl(views, tables));
        }
        finally
        {
            await LocalServer.DestroyAsync(options, CancellationToken.None);
        }
    }

    private static void Compare(string tool, PsqlCommand psql, string folder, EmptyBodiedDdl ddl)
    {
        void Reset() => Send(psql, "drop schema if exists bench cascade;");
        Measurement Run() => Measurement.Of(tool, ["run", "--quiet"], folder);

        Report.Title($"run of {ddl.Views} views and {ddl.Tables} tables, four threads, median of {Runs}");
        Round("first run", Reset, () => Send(psql, ddl.First), Run);
        Reset();
        Send(psql, ddl.First);
        Round("later run", () => { }, () => Send(psql, ddl.Later), Run);
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

        Measurement reference = Measurement.Median(sent);
        Measurement measured = Measurement.Median(run);
        Report.Line($"{name}: psql, one session", reference);
        Report.Line($"{name}: deckmodel run", measured);
        Report.Ratio($"{name}: ratio", measured.Wall / reference.Wall);
    }

    private static Measurement Send(PsqlCommand psql, string sql) =>
        Measurement.Of(psql.Program, [.. psql.Arguments, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", "-"], input: sql);

    private static ImmutableDictionary<string, string> ReadEnvironment() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToImmutableDictionary(e => (string)e.Key, e => e.Value as string ?? "");
}
