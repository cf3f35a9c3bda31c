namespace Deck.Models.Cli.Tests.Commands;

[TestFixture]
internal sealed class CancellationTests
{
    [Test]
    public async Task Cancelling_ends_the_running_statement_and_leaves_nothing_half_built()
    {
        await using TestProject project = await TestProject.CreateAsync();
        project.With("models/slow.sql", "{{ config(materialized='table') }} select pg_sleep(600)::text as n").With("models/z.sql", "select * from {{ ref('slow') }}");
        using CancellationTokenSource cancel = new();
        Task<CommandRun> running = project.RunAsync(cancel.Token, "run");
        await project.Database.UntilAsync("wait_event = 'PgSleep'", running);
        await cancel.CancelAsync();
        CommandRun run = await running;
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Failure), run.Text);
        Assert.That(run.Out, Does.Contain("Cancelled in"));
        Assert.That(await project.ColumnAsync("select table_name from information_schema.tables where table_schema = 'analytics'"), Is.Empty);
        Assert.That(await project.ValueAsync("select count(*) from pg_stat_activity where datname = current_database() and query like '%pg_sleep(600)%' and state = 'active' and pid <> pg_backend_pid()"), Is.EqualTo("0"));
    }
}
