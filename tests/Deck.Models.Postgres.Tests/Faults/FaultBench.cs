using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Postgres.Tests.Materializations;
using Deck.Models.Testing;
using Deck.Models.Testing.Databases;

namespace Deck.Models.Postgres.Tests.Faults;

/// <summary>A database behind a proxy that can be disturbed, and a session beside it that looks on.</summary>
internal sealed class FaultBench : IAsyncDisposable
{
    private readonly PostgresDatabase over;
    private readonly IDatabaseSession beside;
    private int schemas;

    private FaultBench(TestDatabase database, IDatabaseSession beside)
    {
        Database = database;
        this.beside = beside;
        Proxy = CountingProxy.To(database);
        over = database.Through(Proxy);
    }

    public TestDatabase Database { get; }

    public CountingProxy Proxy { get; }

    public static async Task<FaultBench> CreateAsync()
    {
        TestDatabase database = await PostgresFixture.CreateDatabaseAsync();
        return new FaultBench(database, await database.OpenSessionAsync());
    }

    /// <summary>What the result says, line by line.</summary>
    public static string Told(RunResult run) =>
        string.Join('\n', run.Results.SelectMany(r => r.Diagnostics).Concat(run.Diagnostics).SelectMany(d => new[] { $"{d.Code} {d.Message}" }.Concat(d.Hints)));

    /// <summary>Another schema in the state that the case begins with; runs from now on go through the proxy, and wait for nothing between attempts.</summary>
    public async Task<BuiltProject> PrepareAsync(FaultCase work, int retries)
    {
        string schema = $"s{++schemas}";
        Ask($"create schema {schema}; create table {schema}.audit (n int); select 1");
        BuiltProject project = new(Database) { Schema = schema };
        if (work.Before.Length > 0)
        {
            await project.BuildAsync(work.Before);
        }

        project.Over = over;
        project.Retries = retries;
        project.Clock = new InstantClock();
        project.FullRefresh = work.FullRefresh;
        return project;
    }

    /// <summary>What the case's relation holds, or `missing`.</summary>
    public string Content(BuiltProject project, FaultCase work) =>
        Ask($"select to_regclass('{project.Schema}.m')").Length == 0 ? "missing" : Ask($"set search_path = {project.Schema}; {work.Content} order by 1");

    /// <summary>Relations that belong to nobody.</summary>
    public string Leftovers(BuiltProject project) => Ask(
        $"select relname from pg_class where (relnamespace = '{project.Schema}'::regnamespace and relname not in ('m', 'a', 'audit', 'm_pkey') and relname not like 'm_id_%_idx') or relname like '%\\_\\_dbt\\_tmp%' order by 1");

    /// <summary>All rows as one text.</summary>
    public string Ask(string sql) => string.Join("; ", beside.Query(sql, CancellationToken.None).Rows.Select(row => string.Join(", ", row)));

    /// <summary>Ends every session that there is but the one that looks on, and waits until they are gone.</summary>
    public Task TerminateAsync() => Database.EndSessionsAsync($"pid <> {beside.ProcessId}");

    public async ValueTask DisposeAsync()
    {
        await beside.DisposeAsync();
        await over.DisposeAsync();
        await Proxy.DisposeAsync();
        await Database.DisposeAsync();
    }
}
