using Deck.Models.Engine.Execution;
using Deck.Models.Postgres.Tests.Materializations;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Faults;

/// <summary>Who reads while a run publishes.</summary>
public sealed class PublicationTests
{
    private FaultBench bench = null!;

    [SetUp]
    public async Task CreateBench() => bench = await FaultBench.CreateAsync();

    [TearDown]
    public async Task DropBench() => await bench.DisposeAsync();

    [TestCaseSource(typeof(FaultCases), nameof(FaultCases.Replacing))]
    public async Task Readers_see_the_old_content_or_the_new(FaultCase work)
    {
        BuiltProject project = await bench.PrepareAsync(work, 1);
        string before = bench.Content(project, work);
        using CancellationTokenSource over = new();
        await using IDatabaseSession first = await OpenReaderAsync(project);
        await using IDatabaseSession second = await OpenReaderAsync(project);
        Assert.That((Read(first, work), Read(second, work)), Is.EqualTo((before, before)));
        Task<HashSet<string>>[] readers = [Task.Run(() => ReadOn(first, work, over.Token)), Task.Run(() => ReadOn(second, work, over.Token))];

        HashSet<string>[] seen;
        try
        {
            await project.BuildAsync(work.Then);
        }
        finally
        {
            await over.CancelAsync();
            seen = await Task.WhenAll(readers);
        }

        string after = bench.Content(project, work);
        Assert.That(work.IsInParts ? [] : seen.SelectMany(s => s).Except([before, after]), Is.Empty);
    }

    [TestCaseSource(typeof(FaultCases), nameof(FaultCases.Replacing))]
    public async Task A_long_reader_does_not_make_others_wait(FaultCase work)
    {
        BuiltProject project = await bench.PrepareAsync(work, 0);
        string before = bench.Content(project, work);
        await using IDatabaseSession reader = await bench.Database.OpenSessionAsync();
        reader.Query($"begin; set local search_path = {project.Schema}; {work.Content}", CancellationToken.None);

        Task building = project.BuildAsync(work.Then);
        await bench.Database.UntilAsync("(wait_event_type = 'Lock' or wait_event = 'PgSleep')", building);
        bench.Ask("set statement_timeout = '1min'");
        bool isWaiting = !building.IsCompleted;
        string meanwhile = bench.Content(project, work);
        reader.Query("commit", CancellationToken.None);
        await building;

        Assert.That(isWaiting ? meanwhile : before, work.IsInParts ? Is.Not.EqualTo("missing") : Is.EqualTo(before));
        Assert.That(bench.Content(project, work), Is.Not.EqualTo(before));
    }

    [TestCaseSource(typeof(FaultCases), nameof(FaultCases.Replacing))]
    public async Task However_many_readers_come_they_pass_while_the_first_one_stays(FaultCase work)
    {
        const int Readers = 4;
        const int ReadsEach = 25;
        BuiltProject project = await bench.PrepareAsync(work, 0);
        string before = bench.Content(project, work);
        await using IDatabaseSession stays = await OpenReaderAsync(project);
        stays.Query($"begin; {work.Content}", CancellationToken.None);

        Task building = project.BuildAsync(work.Then);
        await bench.Database.UntilAsync("(wait_event_type = 'Lock' or wait_event = 'PgSleep')", building);
        bool isHeldUp = !building.IsCompleted;
        string[] seen = [.. (await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadOftenAsync(project, work, ReadsEach))))).SelectMany(s => s)];
        Assert.That(isHeldUp && building.IsCompleted, Is.False);
        stays.Query("commit", CancellationToken.None);
        await building;

        Assert.That(seen, Has.Length.EqualTo(Readers * ReadsEach));
        Assert.That(isHeldUp ? seen.Distinct() : [before], work.IsInParts ? Does.Not.Contain("missing") : Is.EqualTo(new[] { before }));
    }

    private async Task<string[]> ReadOftenAsync(BuiltProject project, FaultCase work, int times)
    {
        await using IDatabaseSession session = await OpenReaderAsync(project);
        return [.. Enumerable.Range(0, times).Select(_ => Read(session, work))];
    }

    private async Task<IDatabaseSession> OpenReaderAsync(BuiltProject project)
    {
        IDatabaseSession session = await bench.Database.OpenSessionAsync();
        session.Query($"set search_path = {project.Schema}", CancellationToken.None);
        return session;
    }

    private static HashSet<string> ReadOn(IDatabaseSession session, FaultCase work, CancellationToken over)
    {
        HashSet<string> seen = [];
        while (!over.IsCancellationRequested)
        {
            seen.Add(Read(session, work));
        }

        return seen;
    }

    private static string Read(IDatabaseSession session, FaultCase work) =>
        string.Join("; ", session.Query($"{work.Content} order by 1", CancellationToken.None).Rows.Select(row => string.Join(", ", row)));
}
