using System.Diagnostics;
using Deck.Models.Engine.Execution;
using Deck.Models.Testing.Databases;

namespace Deck.Models.Cli.Tests.Commands;

/// <summary>The real process under real signals, as Ctrl-C and `kill` send them.</summary>
[TestFixture]
internal sealed class SignalTests
{
    /// <summary>A model that no cancel ends: PostgreSQL sends each to the backend and to its process group, so one request may interrupt it twice.</summary>
    private const string Stubborn = """
        {{ config(pre_hook="
          do $$ begin
            perform pg_sleep(60);
          exception when query_canceled then
            loop begin
              perform set_config('application_name', 'deaf', false);
              perform pg_sleep(60);
            exception when query_canceled then
            end; end loop;
          end $$") }}
        select 1 as id
        """;

    [TestCase("INT")]
    [TestCase("TERM")]
    public async Task The_first_signal_cancels_in_the_server_and_reports(string signal)
    {
        await using TestProject project = await TestProject.CreateAsync();
        project.With("models/slow.sql", "{{ config(materialized='table') }} select pg_sleep(60)::text as n").With("models/z.sql", "select * from {{ ref('slow') }}");
        using Process process = ProcessRun.Start(project, "run");
        await CancelAsync(project, process, signal, "wait_event = 'PgSleep'");

        Assert.That(await project.ColumnAsync("select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'analytics'"), Is.Empty);
    }

    [Test]
    public async Task It_is_heard_while_a_template_queries()
    {
        await using TestProject project = await TestProject.CreateAsync();
        project.With("models/slow.sql", "{% if execute %}{% do run_query('select pg_sleep(60)') %}{% endif %}select 1 as id");
        using Process process = ProcessRun.Start(project, "run");
        await CancelAsync(project, process, "INT", "wait_event = 'PgSleep'");

        Assert.That(await project.ValueAsync("select to_regclass('analytics.slow')"), Is.Null);
    }

    [Test]
    public async Task It_is_heard_while_a_lock_is_waited_for()
    {
        await using TestProject project = await TestProject.CreateAsync();
        await project.Database.RunAsync("create table public.held (n int)");
        await using IDatabaseSession holder = await project.Database.OpenSessionAsync();
        holder.Query("begin; lock table public.held", CancellationToken.None);
        project.With("models/slow.sql", "{{ config(materialized='table') }}select * from public.held");
        using Process process = ProcessRun.Start(project, "run");
        await CancelAsync(project, process, "INT", "wait_event_type = 'Lock'", holder);

        Assert.That(await project.ValueAsync("select to_regclass('analytics.slow')"), Is.Null);
    }

    [Test]
    public async Task It_is_heard_in_a_commit_which_is_then_none()
    {
        await using TestProject project = await TestProject.CreateAsync();
        project.With("models/slow.sql", "{{ config(materialized='incremental', incremental_strategy='append') }}select 1 as id");
        await project.RunAsync("run");
        await project.Database.RunAsync(
            "create function public.wait() returns trigger language plpgsql as $$ begin perform pg_sleep(60); return null; end $$",
            "create constraint trigger late after insert on analytics.slow deferrable initially deferred for each row execute function public.wait()");
        using Process process = ProcessRun.Start(project, "run");
        await CancelAsync(project, process, "INT", "wait_event = 'PgSleep'");

        Assert.That(await project.ValueAsync("select count(*) from analytics.slow"), Is.EqualTo("1"));
    }

    [Test]
    public async Task It_is_heard_while_the_end_of_a_copy_is_awaited()
    {
        await using TestProject project = await TestProject.CreateAsync();
        await using CountingProxy proxy = CountingProxy.To(project.Database);
        project.With("seeds/s.csv", "id\n1\n");
        await project.RunAsync("seed");
        project.With("seeds/s.csv", "id\n2\n");
        proxy.Spoil(new Fault.Stall(4));
        using Process process = ProcessRun.Start(project, "seed", ProcessRun.Through(project, proxy));
        await proxy.Struck.WaitAsync(TestDatabase.Patience);
        await CancelAsync(project, process, "INT", "query like 'copy%'");

        Assert.That(await project.ValueAsync("select id from analytics.s"), Is.EqualTo("1"));
    }

    [Test]
    public async Task It_is_heard_while_the_server_works_on_the_last_rows_of_a_copy()
    {
        await using TestProject project = await TestProject.CreateAsync();
        await project.Database.RunAsync(
            "create function public.wait(n int) returns boolean language plpgsql as $$ begin perform pg_sleep(600) where n = 2; return true; end $$",
            "create domain public.slow as int check (public.wait(value))");
        project.With("seeds/s.csv", "id\n1\n").With("seeds/s.yml", "seeds: [{name: s, config: {column_types: {id: public.slow}}}]");
        await project.RunAsync("seed");
        project.With("seeds/s.csv", "id\n2\n");
        using Process process = ProcessRun.Start(project, "seed");
        await CancelAsync(project, process, "INT", "wait_event = 'PgSleep'");

        Assert.That(await project.ValueAsync("select id from analytics.s"), Is.EqualTo("1"));
    }

    [Test]
    public async Task The_second_signal_leaves_at_once()
    {
        await using TestProject project = await TestProject.CreateAsync();
        project.With("models/deaf.sql", Stubborn);
        using Process process = ProcessRun.Start(project, "run");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        await ProcessRun.UntilAsync(project, process, "wait_event = 'PgSleep'");

        await ProcessRun.SendAsync("INT", process);
        await ProcessRun.UntilAsync(project, process, "application_name = 'deaf'");
        await ProcessRun.SendAsync("INT", process);
        await process.WaitForExitAsync().WaitAsync(TestDatabase.Patience);

        Assert.That(process.ExitCode, Is.EqualTo(ExitCodes.Interrupted));
        Assert.That(await output, Does.Not.Contain("Cancelled in"));
    }

    /// <summary>Sends one signal when a session of the run is in the wanted state; the run must report, and leave nothing in the server.</summary>
    /// <param name="holder">A session of the test's, to be closed afterwards.</param>
    private static async Task CancelAsync(TestProject project, Process process, string signal, string condition, IDatabaseSession? holder = null)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        await ProcessRun.UntilAsync(project, process, condition);
        await ProcessRun.SendAsync(signal, process);
        await process.WaitForExitAsync().WaitAsync(TestDatabase.Patience);
        if (holder is not null)
        {
            await holder.DisposeAsync();
        }

        Assert.That(await output, Does.Contain("cancelled while it was running").And.Contain("Cancelled in"));
        Assert.That(process.ExitCode, Is.EqualTo(ExitCodes.Failure));
        await project.Database.UntilGoneAsync();
        Assert.That(project.Read("target/run_results.json"), Does.Contain("cancelled while it was running"));
    }
}
