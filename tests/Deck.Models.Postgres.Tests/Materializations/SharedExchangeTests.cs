using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Postgres.Tests.Faults;
using Deck.Models.Testing;
using Deck.Models.Testing.Databases;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>Views that are ready together go to the server in one exchange, and each keeps its own fate; one thread takes ten of them.</summary>
public sealed class SharedExchangeTests
{
    private const int Count = 10;
    private const int Middle = 5;

    private static readonly (string, string)[] Views = [.. Enumerable.Range(0, Count).Select(View)];

    private TestDatabase database = null!;
    private CountingProxy proxy = null!;
    private PostgresDatabase over = null!;
    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateProject()
    {
        database = await PostgresFixture.CreateDatabaseAsync();
        proxy = CountingProxy.To(database);
        over = database.Through(proxy);
        project = new BuiltProject(database) { Over = over, Threads = 1, Clock = new InstantClock() };
        await database.RunAsync("create schema app", "create sequence public.tried");
    }

    [TearDown]
    public async Task DropProject()
    {
        await over.DisposeAsync();
        await proxy.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task No_answer_is_waited_for_between_them()
    {
        proxy.Withhold(Count);
        await project.BuildAsync(Views);

        Assert.That(proxy.Take(), Is.EqualTo(Count));
        Assert.That(await BuiltAsync(), Is.EqualTo(Names(0, Count)));
    }

    [Test]
    public async Task Views_that_stand_already_are_replaced_in_the_same_way()
    {
        await project.BuildAsync(Views);
        await project.BuildAsync([.. Views.Select(v => (v.Item1, $"{v.Item2}, true as again"))]);

        Assert.That(await project.AskAsync("select count(*) from information_schema.columns where table_schema = 'app' and column_name = 'again'"), Is.EqualTo($"{Count}"));
    }

    [Test]
    public async Task Grants_and_comments_travel_with_their_views()
    {
        (string, string) properties = ("models/s.yml", "models: [{name: v3, description: third, config: {persist_docs: {relation: true}, grants: {select: [pg_monitor]}}}]");
        proxy.Withhold(Count);
        await project.BuildAsync([.. Views, properties]);

        Assert.That(await project.AskAsync("select obj_description('app.v3'::regclass), has_table_privilege('pg_monitor', 'app.v3', 'select'), has_table_privilege('pg_monitor', 'app.v4', 'select')"), Is.EqualTo("third, t, f"));
    }

    [Test]
    public async Task One_that_the_server_refuses_fails_alone_at_its_own_line()
    {
        (string, string)[] models = [.. Views.Where((_, i) => i != Middle), ($"v{Middle}", "select 1 as id,\n  nope as x"), ("child", $"select * from {{{{ ref('v{Middle}') }}}}"), ("other", "select * from {{ ref('v7') }}")];
        RunResult run = await project.RunAsync(models);
        NodeResult failed = run.Results.Single(r => r.Status == NodeStatus.Error);

        Assert.That((failed.Node.Name, run.Results.Single(r => r.Status == NodeStatus.Skipped).Node.Name), Is.EqualTo(($"v{Middle}", "child")));
        Assert.That(DiagnosticFormatter.Format(failed.Diagnostics.Single()), Does.StartWith($"models/v{Middle}.sql:2:3: error").And.Contain("column \"nope\" does not exist"));
        Assert.That(await BuiltAsync(), Is.EqualTo($"other; {Names(0, Middle)}; {Names(Middle + 1, Count)}"));
    }

    [Test]
    public async Task Several_that_are_refused_fail_each_by_itself()
    {
        RunResult run = await project.RunAsync([.. Views.Select((v, i) => i % 3 == 1 ? (v.Item1, $"select nope{i} as id") : v)]);

        Assert.That(Told(run, NodeStatus.Error), Is.EqualTo("v1, v4, v7"));
        Assert.That(run.Results.Where(r => r.Status == NodeStatus.Error).Select(r => r.Message), Is.All.Contains("nope"));
        Assert.That(Told(run, NodeStatus.Success), Is.EqualTo("v0, v2, v3, v5, v6, v8, v9"));
    }

    [TestCase(1, NodeStatus.Success)]
    [TestCase(0, NodeStatus.Error)]
    public async Task What_may_pass_is_tried_again_where_the_profile_wants_it(int retries, NodeStatus expected)
    {
        await WhenMiddleAsync("if nextval('public.tried') = 1 then raise exception 'not now' using errcode = '40001'; end if;");
        project.Retries = retries;
        RunResult run = await project.RunAsync(Views);

        Assert.That(run.Results.Single(r => r.Node.Name == $"v{Middle}").Status, Is.EqualTo(expected));
        Assert.That(FaultBench.Told(run), expected == NodeStatus.Success ? Does.StartWith("DECK0780 tried again").And.Contain("not now") : Does.Contain("not now (SQLSTATE 40001)"));
        Assert.That(run.Results.Count(r => r.Status == NodeStatus.Success), Is.EqualTo(expected == NodeStatus.Success ? Count : Count - 1));
    }

    [Test]
    public async Task A_view_whose_columns_do_not_fit_is_exchanged()
    {
        await project.BuildAsync(Views);
        await project.BuildAsync([.. Views.Select((v, i) => i == Middle ? (v.Item1, "select 'x'::text as other") : v)]);

        Assert.That(await project.AskAsync($"select * from app.v{Middle}"), Is.EqualTo("x"));
    }

    [Test]
    public async Task One_that_has_to_wait_for_somebody_makes_no_other_wait()
    {
        await using IDatabaseSession holder = await database.OpenSessionAsync();
        await holder.ExecuteAsync(new SqlBatch([SqlStatement.Of($"select pg_advisory_xact_lock(hashtext('deckmodel turn'), hashtext('\"app\".\"v{Middle}\"'))")], BatchExtent.Begin), CancellationToken.None);
        project.Clock = TimeProvider.System;

        Task<RunResult> running = project.RunAsync([.. Views, ("child", $"select * from {{{{ ref('v{Count - 1}') }}}}")]);
        string said = await project.NextWordAsync();
        string meanwhile = await BuiltAsync();
        await holder.ExecuteAsync(new SqlBatch([SqlStatement.Of("select 1")], BatchExtent.End), CancellationToken.None);

        Assert.That(said, Does.StartWith($"v{Middle} waits for process "));
        Assert.That(meanwhile, Does.Contain($"{Names(0, Middle)}; {Names(Middle + 1, Count)}"));
        Assert.That((await running).Succeeded, Is.True);
    }

    [TestCase(1)]
    [TestCase(0)]
    public async Task Where_the_connection_is_lost_what_had_committed_stays_and_nothing_is_done_twice(int retries)
    {
        await database.RunAsync("create table public.made (name text)");
        await WhenAnyAsync("insert into public.made values (r.object_identity);");
        List<string> wrong = [];
        foreach (CutPoint point in Enum.GetValues<CutPoint>())
        {
            await database.RunAsync("drop schema app cascade", "create schema app", "truncate public.made");
            project.Retries = retries;
            proxy.Spoil(new Fault.Cut(Middle, point, Resets: false));
            RunResult run = await project.RunAsync(Views);
            string told = Told(run, NodeStatus.Success);
            string built = (await BuiltAsync()).Replace(";", ",", StringComparison.Ordinal);
            string made = await project.AskAsync("select string_agg(substr(name, 5), ', ' order by name) from public.made");
            Expect(told == built, $"told {told}, built {built}");
            Expect(made == (built.Length == 0 ? "null" : built), $"made {made}, of which there are {built}");
            Expect(retries == 0 || run.Succeeded, $"not tried again: {FaultBench.Told(run)}");
            Expect(run.Results.Length == Count, $"{run.Results.Length} results");

            void Expect(bool holds, string otherwise) => wrong.AddRange(holds ? [] : [$"{point}: {otherwise}"]);
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task A_session_that_is_terminated_in_the_middle_is_replaced()
    {
        await WhenMiddleAsync("if nextval('public.tried') = 1 then perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(60); end if;");
        project.Retries = 1;
        RunResult run = await project.RunAsync(Views);

        Assert.That(FaultBench.Told(run), Does.Contain("DECK0780 tried again after a failure that may pass: the connection to the server was lost"));
        Assert.That((run.Succeeded, await BuiltAsync()), Is.EqualTo((true, Names(0, Count))));
    }

    [Test]
    public async Task Cancelling_ends_the_exchange_where_it_is()
    {
        await WhenMiddleAsync("perform pg_sleep(600);");
        using CancellationTokenSource stop = new();
        (project.Cancellation, project.Over) = (stop.Token, null);
        Task<RunResult> running = project.RunAsync([.. Views, ("child", $"select 1 as id from {string.Join(", ", Views.Select(v => $"{{{{ ref('{v.Item1}') }}}} {v.Item1}"))}")]);
        await database.UntilAsync("wait_event = 'PgSleep'", running);
        await stop.CancelAsync();
        RunResult run = await running;
        await database.UntilGoneAsync();

        Assert.That(Told(run, NodeStatus.Success), Is.EqualTo(Names(0, Middle).Replace(";", ",", StringComparison.Ordinal)));
        Assert.That(Told(run, NodeStatus.Skipped), Is.EqualTo(string.Join(", ", ["child", .. Enumerable.Range(Middle, Count - Middle).Select(i => $"v{i}")])));
        Assert.That(await BuiltAsync(), Is.EqualTo(Names(0, Middle)));
    }

    [Test]
    public async Task Behind_a_pooler_each_is_a_transaction_of_its_own()
    {
        await project.BuildAsync(Views);
        project.Over = new TransactionPooler(database.Database);
        await project.BuildAsync([.. Views.Select(v => (v.Item1, $"{v.Item2}, true as again"))]);

        Assert.That(await project.AskAsync("select count(*) from information_schema.columns where table_schema = 'app' and column_name = 'again'"), Is.EqualTo($"{Count}"));
    }

    private static (string, string) View(int number) => ($"v{number}", $"select {number} as id");

    private static string Names(int from, int to) => string.Join("; ", Enumerable.Range(from, to - from).Select(i => $"v{i}"));

    private static string Told(RunResult run, NodeStatus status) => string.Join(", ", run.Results.Where(r => r.Status == status).Select(r => r.Node.Name).Order());

    private Task<string> BuiltAsync() => project.AskAsync("select viewname from pg_views where schemaname = 'app' order by 1");

    /// <summary>Lets something happen whenever the view in the middle is made.</summary>
    private Task WhenMiddleAsync(string statements) => WhenAnyAsync($"if r.object_identity = 'app.v{Middle}' then {statements} end if;");

    private async Task WhenAnyAsync(string statements) => await database.RunAsync(
        $"create function public.happens() returns event_trigger language plpgsql as $f$ declare r record; begin for r in select * from pg_event_trigger_ddl_commands() where object_type = 'view' loop {statements} end loop; end $f$",
        "create event trigger happens on ddl_command_end execute function public.happens()");
}
