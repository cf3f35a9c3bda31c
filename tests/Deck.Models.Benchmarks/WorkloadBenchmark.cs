using System.Net.Sockets;
using Deck.Models.Postgres.Local;

namespace Deck.Models.Benchmarks;

/// <summary>Nodes of one kind against one psql session a thread, on the server's own socket and through a long line.</summary>
internal static class WorkloadBenchmark
{
    private const int Runs = 3;
    private const int Threads = 4;

    /// <param name="roundTrip">What each exchange takes longer than on the server's own socket.</param>
    public static async Task MeasureAsync(string tool, TimeSpan roundTrip)
    {
        using Scratch scratch = new();
        await using BenchmarkServer server = await BenchmarkServer.StartAsync(scratch.Folder);
        string socket = Path.Combine(server.Endpoint.SocketDirectory, $".s.PGSQL.{server.Endpoint.Port}");
        await using LatencyProxy proxy = new(new UnixDomainSocketEndPoint(socket), roundTrip);
        bool far = roundTrip > TimeSpan.Zero;
        string profile = far ? server.ProfileOf("127.0.0.1", proxy.Port) : server.Profile;
        PsqlCommand psql = far ? new(server.Psql.Program, [.. server.Psql.Arguments, "-h", "127.0.0.1", "-p", $"{proxy.Port}"]) : server.Psql;
        Report.Title($"against {Threads} sessions of psql, {(far ? $"{roundTrip.TotalMilliseconds} ms added to each round trip" : "the server's own socket")}, median of {Runs}");
        foreach (Workload workload in (ReadOnlySpan<Workload>)[Workload.Views(500), Workload.Tables(500), Workload.TablesAgain(500), Workload.Merges(100), Workload.Tests(2000)])
        {
            string project = Directory.CreateDirectory(Path.Combine(scratch.Folder, workload.Name)).FullName;
            GeneratedProject.Write(project, workload, profile);
            List<Measurement> sent = [];
            List<Measurement> run = [];
            for (int i = 0; i < Runs; i++)
            {
                server.Send(workload.Setup);
                sent.Add(PsqlSessions.Deal(psql, workload.Scripts, Threads));
                server.Send(workload.Setup);
                run.Add(Measurement.Of(tool, [workload.Verb, "--quiet"], project));
            }

            Report.Comparison(workload.Name, Measurement.Median(sent), Measurement.Median(run));
        }
    }
}
