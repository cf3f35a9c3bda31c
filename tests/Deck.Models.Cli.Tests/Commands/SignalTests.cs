using System.Diagnostics;

namespace Deck.Models.Cli.Tests.Commands;

/// <summary>The real process under real signals, as Ctrl-C and `kill` send them.</summary>
[TestFixture]
internal sealed class SignalTests
{
    private const string Stubborn = """
        {{ config(pre_hook="do $$ begin perform pg_sleep(60); exception when query_canceled then perform set_config('application_name', 'deaf', false); perform pg_sleep(60); end $$") }}
        select 1 as id
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [TestCase("INT")]
    [TestCase("TERM")]
    public async Task The_first_signal_cancels_in_the_server_and_reports(string signal)
    {
        await using TestProject project = await TestProject.CreateAsync();
        project.With("models/slow.sql", "{{ config(materialized='table') }} select pg_sleep(60)::text as n").With("models/z.sql", "select * from {{ ref('slow') }}");
        using Process process = Start(project);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        await UntilAsync(project, process, "wait_event = 'PgSleep'");

        await SendAsync(signal, process);
        await process.WaitForExitAsync().WaitAsync(Patience);

        Assert.That(process.ExitCode, Is.EqualTo(ExitCodes.Failure));
        Assert.That(await output, Does.Contain("cancelled while it was running").And.Contain("Cancelled in"));
        Assert.That(await project.ColumnAsync("select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'analytics'"), Is.Empty);
        await UntilGoneAsync(project);
        Assert.That(project.Read("target/run_results.json"), Does.Contain("cancelled while it was running"));
    }

    [Test]
    public async Task The_second_signal_leaves_at_once()
    {
        await using TestProject project = await TestProject.CreateAsync();
        project.With("models/deaf.sql", Stubborn);
        using Process process = Start(project);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        await UntilAsync(project, process, "wait_event = 'PgSleep'");

        await SendAsync("INT", process);
        await UntilAsync(project, process, "application_name = 'deaf'");
        await SendAsync("INT", process);
        await process.WaitForExitAsync().WaitAsync(Patience);

        Assert.That(process.ExitCode, Is.EqualTo(ExitCodes.Interrupted));
        Assert.That(await output, Does.Not.Contain("Cancelled in"));
    }

    [Test]
    public async Task A_run_that_is_killed_leaves_nothing_behind()
    {
        await using TestProject project = await TestProject.CreateAsync();
        project.With("models/t.sql", "{{ config(materialized='table') }}select 1 as n");
        await project.RunAsync("run");
        project.With("models/t.sql", "{{ config(materialized='table') }}select 2 as n, pg_sleep(2)::text as slept");
        using Process process = Start(project);
        await UntilAsync(project, process, "wait_event = 'PgSleep'");

        await SendAsync("KILL", process);
        await process.WaitForExitAsync().WaitAsync(Patience);
        await UntilGoneAsync(project);

        Assert.That(await project.ColumnAsync("select relname from pg_class where relnamespace = 'analytics'::regnamespace"), Is.EqualTo(new[] { "t" }));
        Assert.That(await project.ValueAsync("select n::text from analytics.t"), Is.EqualTo("1").Or.EqualTo("2"));
        Assert.That((await project.RunAsync("run")).ExitCode, Is.Zero);
    }

    private static Process Start(TestProject project)
    {
        ProcessStartInfo start = new("dotnet", [typeof(CommandLine).Assembly.Location, "run", "--project-dir", project.Folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = project.Folder,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }

    private static async Task SendAsync(string signal, Process process)
    {
        using Process kill = Process.Start("/bin/kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Looks until a session of the run is in the wanted state.</summary>
    private static async Task UntilAsync(TestProject project, Process process, string condition)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (await CountAsync(project, condition) == "0")
        {
            Assert.That(process.HasExited, Is.False, "the run has ended");
            Assert.That(watch.Elapsed, Is.LessThan(Patience), $"never came: {condition}");
        }
    }

    private static async Task UntilGoneAsync(TestProject project)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (await CountAsync(project, "true") != "0")
        {
            Assert.That(watch.Elapsed, Is.LessThan(Patience), "a session of the run is left");
        }
    }

    private static Task<string?> CountAsync(TestProject project, string condition) => project.ValueAsync(
        $"select count(*) from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() and {condition}");
}
