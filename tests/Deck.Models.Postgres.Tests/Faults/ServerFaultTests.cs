using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Postgres.Tests.Materializations;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Faults;

/// <summary>What a server does to a run: it ends sessions and statements, refuses, runs out of something.</summary>
public sealed class ServerFaultTests
{
    private const string Gated = "{{ config(materialized='table', post_hook='insert into {{ this.schema }}.audit values (1)') }}select count(*) + 1 as id from public.gate";

    private static readonly FaultCase Work = new("gated", [("m", "{{ config(materialized='table') }}select 1 as id")], [("m", Gated)]) { Content = "select *, (select count(*) from audit) from m" };

    /// <summary>The session of the run that is held up.</summary>
    private const string Waiting = "pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    private FaultBench bench = null!;

    [SetUp]
    public async Task CreateBench()
    {
        bench = await FaultBench.CreateAsync();
        await bench.Database.RunAsync("create table gate (n int)", "insert into gate values (1)");
    }

    [TearDown]
    public async Task DropBench() => await bench.DisposeAsync();

    [Test]
    public async Task A_terminated_statement_is_sent_again()
    {
        RunResult run = await AtTheGateAsync(1, $"select pg_terminate_backend(pid) from {Waiting}");

        Assert.That(FaultBench.Told(run), Does.StartWith("DECK0780 tried again after a failure that may pass: the connection to the server was lost: terminating connection"));
        Assert.That(run.Succeeded, Is.True);
    }

    [Test]
    public async Task A_cancelled_statement_is_an_error_and_nothing_has_changed()
    {
        RunResult run = await AtTheGateAsync(1, $"select pg_cancel_backend(pid) from {Waiting}");

        Assert.That(FaultBench.Told(run), Does.Contain("(SQLSTATE 57014)").And.Contain("if nobody cancelled it, `statement_timeout`"));
        Assert.That(run.Succeeded, Is.False);
    }

    [TestCase("statement_timeout", "57014", "statement_timeout")]
    [TestCase("lock_timeout", "55P03", "pg_blocking_pids")]
    public async Task A_limit_of_time_is_named(string setting, string state, string hint)
    {
        BuiltProject project = await bench.PrepareAsync(Work, 0);
        bench.Ask("begin; lock table gate; select 1");
        RunResult run = await project.RunAsync(("m", Gated.Replace("post_hook", $"pre_hook=\"set local {setting} = '200ms'\", post_hook", StringComparison.Ordinal)));
        bench.Ask("commit; select 1");

        Assert.That(FaultBench.Told(run), Does.Contain($"(SQLSTATE {state})").And.Contain(hint));
        Assert.That((run.Succeeded, bench.Content(project, Work)), Is.EqualTo((false, "1, 0")));
    }

    [Test]
    public async Task A_deadlock_is_tried_again()
    {
        await bench.Database.RunAsync("create table other (n int)");
        FaultCase work = Work with { Then = [("m", Gated.Replace("post_hook", "pre_hook=['lock table public.other', 'select pg_advisory_xact_lock_shared(7)'], post_hook", StringComparison.Ordinal))] };
        BuiltProject project = await bench.PrepareAsync(work, 1);
        await using IDatabaseSession holder = await bench.Database.OpenSessionAsync();
        holder.Query("select pg_advisory_lock(7)", CancellationToken.None);
        bench.Ask("set deadlock_timeout = '1h'; begin; lock table gate; select 1");
        Task<RunResult> running = project.RunAsync(work.Then);
        await bench.Database.UntilAsync("wait_event = 'advisory'", running);
        Task asking = Task.Run(() => bench.Ask("lock table other; commit; select 1"));
        await bench.Database.UntilAsync("wait_event = 'relation'", asking);
        holder.Query("select pg_advisory_unlock(7)", CancellationToken.None);
        RunResult run = await running;
        await asking;

        Assert.That(FaultBench.Told(run), Does.StartWith("DECK0780").And.Contain("(SQLSTATE 40P01)"));
        Assert.That((run.Succeeded, bench.Content(project, work)), Is.EqualTo((true, "2, 1")));
    }

    [Test]
    public async Task A_serialization_failure_is_tried_again()
    {
        await LimitAsync("default_transaction_isolation = 'repeatable read'");
        FaultCase work = new("merged", [("m", Merged(1))], [("m", Merged(2))]);
        BuiltProject project = await bench.PrepareAsync(work, 1);
        bench.Proxy.Spoil(new Fault.Meanwhile(2, () => Task.FromResult(bench.Ask($"update {project.Schema}.m set n = 5; select 1"))));
        RunResult run = await project.RunAsync(work.Then);

        Assert.That(FaultBench.Told(run), Does.StartWith("DECK0780").And.Contain("(SQLSTATE 40001)"));
        Assert.That((run.Succeeded, bench.Content(project, work)), Is.EqualTo((true, "1, 2")));
    }

    [TestCase("53100", "the server's disk is full")]
    [TestCase("53200", "the server is out of memory")]
    public async Task What_runs_out_is_named_and_nothing_has_changed(string state, string hint)
    {
        BuiltProject project = await bench.PrepareAsync(Work, 1);
        bench.Proxy.Spoil(new Fault.Refuse(1, state, "no more"));
        RunResult run = await project.RunAsync(Work.Then);

        Assert.That(FaultBench.Told(run), Does.Contain($"no more (SQLSTATE {state})").And.Contain(hint));
        Assert.That(bench.Content(project, Work), Is.EqualTo("1, 0"));
        await project.BuildAsync(Work.Then);
        Assert.That(bench.Content(project, Work), Is.EqualTo("2, 1"));
    }

    [TestCase("temp_file_limit = '64kB'", "select g as id, repeat(md5(g::text), 4) as t from generate_series(1, 200000) g order by t, id desc", "53400", "temp_file_limit")]
    [TestCase("default_transaction_read_only = on", "select 2 as id", "25006", "it is a standby, or `default_transaction_read_only` is on")]
    public async Task A_setting_in_the_way_is_named(string setting, string query, string state, string hint)
    {
        BuiltProject project = await bench.PrepareAsync(Work, 1);
        await LimitAsync(setting);
        RunResult run = await project.RunAsync(("m", $"{{{{ config(materialized='table') }}}}{query}"));

        Assert.That(FaultBench.Told(run), Does.Contain($"(SQLSTATE {state})").And.Contain(hint));
        Assert.That((run.Succeeded, bench.Content(project, Work)), Is.EqualTo((false, "1, 0")));
    }

    [TestCase(2, true)]
    [TestCase(0, false)]
    public async Task A_run_goes_on_with_the_connections_that_there_are(int limit, bool succeeds)
    {
        string role = $"{bench.Database.Name}_r";
        BuiltProject project = await bench.PrepareAsync(new FaultCase("", [], []), 0);
        bench.Ask($"create role {role} login connection limit {limit}; grant all on schema {project.Schema} to {role}; select 1");
        await using PostgresDatabase limited = bench.Database.Through(bench.Proxy, role);
        try
        {
            project.Over = limited;
            project.Threads = 4;
            RunResult run = await project.RunAsync([.. Enumerable.Range(1, 8).Select(i => ($"m{i}", $"select {i} as id"))]);

            Assert.That(run.Succeeded, Is.EqualTo(succeeds));
            Assert.That(run.Results, Has.Length.EqualTo(8));
            Assert.That(project.Raised.Select(d => $"{d.Code} {d.Message}"), Has.Some.Contains("gets no connection, so the run goes on with fewer: too many connections"));
            Assert.That(FaultBench.Told(run), succeeds ? Is.Empty : Does.Contain("DECK0775 too many connections for role"));
        }
        finally
        {
            bench.Ask($"drop owned by {role}; drop role {role}; select 1");
        }
    }

    private static string Merged(int n) => $"{{{{ config(materialized='incremental', incremental_strategy='merge', unique_key='id') }}}}select 1 as id, {n} as n";

    /// <summary>For sessions that begin from now on.</summary>
    private async Task LimitAsync(string setting) => await bench.Database.RunAsync($"alter database {bench.Database.Name} set {setting}");

    /// <summary>Runs a model that has to wait at a lock, does something to it there, and lets it pass; the relation must then be as before or as after, as the result says.</summary>
    private async Task<RunResult> AtTheGateAsync(int retries, string disturbance)
    {
        BuiltProject project = await bench.PrepareAsync(Work, retries);
        bench.Ask("begin; lock table gate; select 1");
        Task<RunResult> running = project.RunAsync(Work.Then);
        await bench.Database.UntilAsync("wait_event_type = 'Lock'", running);
        bench.Ask(disturbance);
        bench.Ask("commit; select 1");
        RunResult run = await running;
        Assert.That(bench.Content(project, Work), Is.EqualTo(run.Succeeded ? "2, 1" : "1, 0"));
        return run;
    }
}
