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

    private OwnServer server = null!;

    [OneTimeSetUp]
    public async Task StartServer() => server = await OwnServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopServer() => await server.DisposeAsync();

    [TestCase("INT", TestName = "The server restarts in fast mode")]
    [TestCase("QUIT", TestName = "The server restarts in immediate mode")]
    public async Task Restart(string signal)
    {
        await using TestDatabase database = await server.CreateDatabaseAsync();
        await using PostgresDatabase patient = PostgresDatabase.Create(Patient(database.Name), server.Endpoint, TimeProvider.System);
        BuiltProject project = new(database) { Retries = 5, Over = patient };
        await database.RunAsync("create table gate (n int)", "create table audit (n int)", "insert into gate values (0)");
        await project.BuildAsync(("m", Slow));
        await database.RunAsync("update gate set n = 600");
        Task<RunResult> running = project.RunAsync(("m", Slow));
        await database.UntilAsync("wait_event = 'PgSleep'", running);

        await database.RunAsync("update gate set n = 0", "checkpoint");
        await StopAsync(signal);
        await using LocalServerLease again = await server.RestartAsync();
        RunResult run = await running;

        Assert.That(FaultBench.Told(run), Does.StartWith("DECK0780").And.Contain("the connection to the server was lost"));
        Assert.That(run.Succeeded, Is.True);
        Assert.That(await project.AskAsync("select count(*), (select count(*) from audit) from app.m"), Is.EqualTo("2, 2"));
    }

    private static ConnectionProfile Patient(string database) => new()
    {
        ProfileName = "test", TargetName = "test", Type = "postgres", IsLocal = true, Database = database, Schema = "public", Retries = 5, Target = TestProfiles.Local(database).Target,
    };

    private async Task StopAsync(string signal)
    {
        int postmaster = LocalServer.Status(server.Options).ProcessId ?? throw new InvalidOperationException("no server");
        using Process running = Process.GetProcessById(postmaster);
        using Process kill = Process.Start("/bin/kill", [$"-{signal}", $"{postmaster}"]);
        await running.WaitForExitAsync();
    }
}
