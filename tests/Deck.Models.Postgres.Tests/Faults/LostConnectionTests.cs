using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Reporting;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Postgres.Tests.Errors;
using Deck.Models.Postgres.Tests.Materializations;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Faults;

/// <summary>The network drops at every exchange of every materialization, in every way: what was asked for is done once or not at all, and the result says which.</summary>
public sealed class LostConnectionTests
{
    private TestDatabase database = null!;
    private CountingProxy proxy = null!;
    private PostgresDatabase over = null!;
    private IDatabaseSession asking = null!;
    private int schemas;

    [SetUp]
    public async Task CreateDatabase()
    {
        database = await PostgresFixture.CreateDatabaseAsync();
        proxy = CountingProxy.To(database);
        string user = database.Endpoint?.User ?? database.Profile.User;
        ConnectionProfile profile = TestProfiles.Remote("127.0.0.1", proxy.Port, (user, database.Profile.Password), database.Name);
        over = PostgresDatabase.Create(profile, null, TimeProvider.System);
        asking = await database.OpenSessionAsync();
    }

    [TearDown]
    public async Task DropDatabase()
    {
        await asking.DisposeAsync();
        await over.DisposeAsync();
        await proxy.DisposeAsync();
        await database.DisposeAsync();
    }

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
                wrong = [.. wrong, .. await CutAsync(work, new Fault.Cut(exchange, point, resets), 0, after)];
            }

            foreach (CutPoint point in new[] { CutPoint.BeforeRequest, CutPoint.BeforeReply })
            {
                wrong = [.. wrong, .. await CutAsync(work, new Fault.Cut(exchange, point, Resets: true), 1, after)];
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    private async Task<(int Exchanges, string After)> CountAsync(FaultCase work)
    {
        (BuiltProject project, _) = await PrepareAsync(work, 0);
        proxy.Take();
        await project.BuildAsync(work.Then);
        return (proxy.Take(), Content(project, work));
    }

    /// <summary>What went wrong, told by the fault.</summary>
    private async Task<IEnumerable<string>> CutAsync(FaultCase work, Fault.Cut fault, int retries, string after)
    {
        List<string> wrong = [];
        (BuiltProject project, string before) = await PrepareAsync(work, retries);
        proxy.Spoil(fault);
        RunResult run = await project.RunAsync(work.Then);
        string now = Content(project, work);
        Expect(proxy.Struck.IsCompleted, "the connection was not cut");
        Expect(work.IsInParts || now == before || now == after, $"between: {now}");
        Expect(run.Succeeded ? now == after : work.IsInParts || work.IsOpaque || now == before, $"success is {run.Succeeded}, but the content {now}");
        Expect(run.Succeeded || retries == 0 || work.IsOpaque, "not tried again");
        Expect((run.Succeeded && fault.Exchange == 1) || Told(run).Contains("the connection to the server was lost", StringComparison.Ordinal), $"not told: {Told(run)}");
        Expect(Leftovers(project) == "", $"left over: {Leftovers(project)}");
        if (!run.Succeeded && now != after)
        {
            await project.BuildAsync(work.Then);
            Expect(Content(project, work) == after, $"after another run: {Content(project, work)}");
        }

        return wrong;

        void Expect(bool holds, string otherwise) => wrong.AddRange(holds ? [] : [$"{fault}, retries {retries}: {otherwise}"]);
    }

    private static string Told(RunResult run) => string.Join('\n', run.Results.SelectMany(r => r.Diagnostics).Concat(run.Diagnostics).Select(d => d.Message));

    /// <summary>Another schema in the state that the case begins with, and what it holds.</summary>
    private async Task<(BuiltProject Project, string Content)> PrepareAsync(FaultCase work, int retries)
    {
        string schema = $"s{++schemas}";
        asking.Query($"create schema {schema}; create table {schema}.audit (n int)", CancellationToken.None);
        BuiltProject project = new(database) { Schema = schema };
        if (work.Before.Length > 0)
        {
            await project.BuildAsync(work.Before);
        }

        project.Over = over;
        project.Retries = retries;
        project.Clock = new InstantClock();
        project.FullRefresh = work.FullRefresh;
        return (project, Content(project, work));
    }

    private string Content(BuiltProject project, FaultCase work) =>
        Ask($"select to_regclass('{project.Schema}.m')") == "" ? "missing" : Ask($"set search_path = {project.Schema}; {work.Content} order by 1");

    private string Ask(string sql) => string.Join("; ", asking.Query(sql, CancellationToken.None).Rows.Select(row => string.Join(", ", row)));

    private string Leftovers(BuiltProject project) => Ask(
        $"select relname from pg_class where (relnamespace = '{project.Schema}'::regnamespace and relname not in ('m', 'a', 'audit', 'm_pkey') and relname not like 'm_id_%_idx') or relname like '%\\_\\_dbt\\_tmp%' order by 1");
}
