using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Postgres.Tests.Materializations;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Faults;

/// <summary>The server has no room: a file of its own leads to the device on which there never is any, so that its writes fail as on a full disk.</summary>
public sealed class DiskFullTests
{
    private const string Full = "/dev/full";

    private OwnServer server = null!;
    private TestDatabase database = null!;
    private BuiltProject project = null!;

    [OneTimeSetUp]
    public async Task StartServer() => server = await OwnServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopServer() => await server.DisposeAsync();

    [SetUp]
    public async Task CreateDatabase()
    {
        database = await server.CreateDatabaseAsync();
        project = new BuiltProject(database) { Retries = 1 };
    }

    [TearDown]
    public async Task DropDatabase() => await database.DisposeAsync();

    [Test]
    public async Task Rows_that_find_no_room_are_an_error_and_the_next_run_adds_them()
    {
        (string, string) model = ("m", "{{ config(materialized='incremental', incremental_strategy='append') }}select 1 as id where {{ is_incremental() }}");
        await project.BuildAsync(model);
        string file = Path.Combine(server.DataFolder, await project.AskAsync("select pg_relation_filepath('app.m')"));
        File.Move(file, $"{file}.kept");
        File.CreateSymbolicLink(file, Full);
        string told = await project.FailAsync(model);
        File.Delete(file);
        File.Move($"{file}.kept", file);

        Assert.That(told, Does.Contain("No space left on device (SQLSTATE 53100)").And.Contain("Check free disk space").And.Contain("the server's disk is full: make room there"));
        Assert.That(await project.AskAsync("select count(*) from app.m"), Is.EqualTo("0"));
        await project.BuildAsync(model);
        Assert.That(await project.AskAsync("select id from app.m"), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_sort_that_finds_no_room_is_an_error_and_the_old_table_stays()
    {
        await project.BuildAsync(("m", "{{ config(materialized='table') }}select 0 as id"));
        await using IDatabaseSession gate = await database.OpenSessionAsync();
        gate.Query("select pg_advisory_lock(7)", CancellationToken.None);
        Task<RunResult> running = project.RunAsync(("m", """
            {{ config(materialized='table', pre_hook=["set local work_mem = '64kB'", 'select pg_advisory_xact_lock_shared(7)']) }}
            select g as id from generate_series(1, 100000) g order by md5(g::text)
            """));
        await database.UntilAsync("wait_event = 'advisory'", running);
        string folder = Directory.CreateDirectory(Path.Combine(server.DataFolder, "base", "pgsql_tmp")).FullName;
        string process = await project.AskAsync("select pid from pg_stat_activity where wait_event = 'advisory'");
        foreach (int number in Enumerable.Range(0, 8))
        {
            File.CreateSymbolicLink(Path.Combine(folder, $"pgsql_tmp{process}.{number}"), Full);
        }

        gate.Query("select pg_advisory_unlock(7)", CancellationToken.None);

        Assert.That(FaultBench.Told(await running), Does.Contain("No space left on device (SQLSTATE 53100)").And.Contain("the server's disk is full"));
        Assert.That(await project.AskAsync("select id from app.m"), Is.EqualTo("0"));
    }
}
