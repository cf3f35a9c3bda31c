using Deck.Models.Engine.Reporting;
using Deck.Models.Postgres.Tests.Materializations;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Faults;

/// <summary>The connection is lost at every exchange of every materialization, in every way: what was asked for is done once or not at all, and the result says which.</summary>
public sealed class LostConnectionTests
{
    private FaultBench bench = null!;

    [SetUp]
    public async Task CreateBench() => bench = await FaultBench.CreateAsync();

    [TearDown]
    public async Task DropBench() => await bench.DisposeAsync();

    [TestCaseSource(typeof(FaultCases), nameof(FaultCases.All))]
    public async Task A_connection_is_lost_during(FaultCase work)
    {
        (int exchanges, string after) = await CountAsync(work);
        Assert.That(exchanges, Is.Positive);
        string[] wrong = [];
        for (int exchange = 1; exchange <= exchanges; exchange++)
        {
            foreach (CutPoint point in Enum.GetValues<CutPoint>())
            {
                bool resets = (exchange + (int)point) % 2 == 0;
                wrong = [.. wrong, .. await DisturbAsync(work, new Fault.Cut(exchange, point, resets), 0, after)];
            }

            wrong =
            [
                .. wrong,
                .. await DisturbAsync(work, new Fault.Cut(exchange, CutPoint.BeforeRequest, Resets: true), 1, after),
                .. await DisturbAsync(work, new Fault.Cut(exchange, CutPoint.BeforeReply, Resets: true), 1, after),
                .. await DisturbAsync(work, new Fault.Meanwhile(exchange, bench.TerminateAsync), 1, after),
            ];
        }

        Assert.That(wrong, Is.Empty);
    }

    private async Task<(int Exchanges, string After)> CountAsync(FaultCase work)
    {
        BuiltProject project = await bench.PrepareAsync(work, 0);
        bench.Proxy.Take();
        await project.BuildAsync(work.Then);
        return (bench.Proxy.Take(), bench.Content(project, work));
    }

    /// <summary>What went wrong, told by the fault.</summary>
    private async Task<IEnumerable<string>> DisturbAsync(FaultCase work, Fault fault, int retries, string after)
    {
        List<string> wrong = [];
        BuiltProject project = await bench.PrepareAsync(work, retries);
        string before = bench.Content(project, work);
        bench.Proxy.Spoil(fault);
        RunResult run = await project.RunAsync(work.Then);
        await bench.Proxy.Struck.WaitAsync(TestDatabase.Patience);
        string now = bench.Content(project, work);
        string told = FaultBench.Told(run);
        Expect(work.IsInParts || now == before || now == after, $"between: {now}");
        Expect(run.Succeeded ? now == after : work.IsInParts || work.IsOpaque || now == before, $"success is {run.Succeeded}, but the content {now}");
        Expect(run.Succeeded || retries == 0 || work.IsOpaque, "not tried again");
        Expect((run.Succeeded && fault.Exchange == 1) || told.Contains("the connection to the server was lost", StringComparison.Ordinal), $"not told: {told}");
        Expect(bench.Leftovers(project).Length == 0, $"left over: {bench.Leftovers(project)}");
        if (!run.Succeeded && now != after)
        {
            await project.BuildAsync(work.Then);
            Expect(bench.Content(project, work) == after, $"after another run: {bench.Content(project, work)}");
        }

        return wrong;

        void Expect(bool holds, string otherwise) => wrong.AddRange(holds ? [] : [$"{fault}, retries {retries}: {otherwise}"]);
    }
}
