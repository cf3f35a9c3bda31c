using System.Diagnostics;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Reporting;
using Deck.Models.Postgres.Local;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Postgres.Tests.Materializations;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Faults;

/// <summary>The server stops in the middle of a run and comes back.</summary>
public sealed class RestartTests
{
    private const string Slow = "{{ config(materialized='incremental', incremental_strategy='append', post_hook='insert into audit values (1)') }}select 2 as id from (select pg_sleep(n) from public.gate) g";

    private LocalServerOptions options = null!;
    private LocalServerLease lease = null!;

    [OneTimeSetUp]
    public async Task StartServer()
    {
        options = PostgresFixture.OptionsFor(Directory.CreateTempSubdirectory("deck-restart-").FullName);
        lease = await StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopServer()
    {
        await lease.DisposeAsync();
        await LocalServer.DestroyAsync(options, CancellationToken.None);
        Directory.Delete(options.Folder, recursive: true);
    }

    [TestCase("INT", TestName = "The server restarts in fast mode")]
    [TestCase("QUIT", TestName = "The server restarts in immediate mode")]
    public async Task Restart(string signal)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(TestProfiles.Local("postgres"), lease.Endpoint);
        await using PostgresDatabase patient = PostgresDatabase.Create(Patient(database.Name), lease.Endpoint, TimeProvider.System);
        BuiltProject project = new(database) { Retries = 5, Over = patient };
        await database.RunAsync("create table gate (n int)", "create table audit (n int)", "insert into gate values (0)");
        await project.BuildAsync(("m", Slow));
        await database.RunAsync("update gate set n = 600");
        Task<RunResult> running = project.RunAsync(("m", Slow));
        await database.UntilAsync("wait_event = 'PgSleep'", running);

        await database.RunAsync("update gate set n = 0", "checkpoint");
        await StopAsync(signal);
        await using LocalServerLease again = await StartAsync();
        RunResult run = await running;

        Assert.That(FaultBench.Told(run), Does.StartWith("DECK0780").And.Contain("the connection to the server was lost"));
        Assert.That(run.Succeeded, Is.True);
        Assert.That(await project.AskAsync("select count(*), (select count(*) from audit) from app.m"), Is.EqualTo("2, 2"));
    }

    private static ConnectionProfile Patient(string database) => new()
    {
        ProfileName = "test", TargetName = "test", Type = "postgres", IsLocal = true, Database = database, Schema = "public", Retries = 5, Target = TestProfiles.Local(database).Target,
    };

    private async Task<LocalServerLease> StartAsync() =>
        (await LocalServer.StartAsync(options, null, CancellationToken.None)).Value ?? throw new InvalidOperationException("the server did not start");

    private async Task StopAsync(string signal)
    {
        int server = LocalServer.Status(options).ProcessId ?? throw new InvalidOperationException("no server");
        using Process running = Process.GetProcessById(server);
        using Process kill = Process.Start("/bin/kill", [$"-{signal}", $"{server}"]);
        await running.WaitForExitAsync();
    }
}
