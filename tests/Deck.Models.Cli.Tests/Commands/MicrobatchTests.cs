using System.Text.RegularExpressions;

namespace Deck.Models.Cli.Tests.Commands;

/// <summary>Microbatch models from the command line: what is told and written of each batch, and what `retry` builds.</summary>
[TestFixture]
internal sealed partial class MicrobatchTests
{
    private const string Model = """
        {{ config(materialized='incremental', incremental_strategy='microbatch', unique_key='id', event_time='at', batch_size='day', begin='2024-01-01',
            pre_hook="insert into public.log values ('before {{ model.batch.id }}')", post_hook="insert into public.log values ('after {{ model.batch.id }}')") }}
        select id, at, 1 / divisor as n from {{ source('raw', 'events') }}
        """;

    private static readonly string[] Window = ["--event-time-start", "2024-01-01", "--event-time-end", "2024-01-04"];

    private TestProject project = null!;

    [SetUp]
    public async Task Create()
    {
        project = await TestProject.CreateAsync();
        project.With("models/raw.yml", "sources: [{name: raw, schema: public, tables: [{name: events, config: {event_time: at}}]}]").With("models/daily.sql", Model);
        await project.Database.RunAsync(
            "create table log (what text)",
            "create table events (id int, divisor int, at timestamp)",
            "insert into events values (1, 1, '2024-01-01'), (2, 0, '2024-01-02'), (3, 1, '2024-01-03')");
    }

    [TearDown]
    public async Task Drop() => await project.DisposeAsync();

    [Test]
    public async Task Each_batch_is_told_and_written()
    {
        CommandRun run = await project.RunAsync(["run", .. Window]);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Failure), run.Text);
        Assert.That(run.Out, Does.Contain("batch 1 of 3 ok daily 2024-01-01").And.Contain("batch 2 of 3 error daily 2024-01-02").And.Contain("batch 3 of 3 ok daily 2024-01-03"));
        Assert.That(Written("compiled"), Is.EqualTo(new[] { "daily_2024-01-01.sql", "daily_2024-01-02.sql", "daily_2024-01-03.sql" }));
        Assert.That(Written("run"), Is.EqualTo(Written("compiled")));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(project.Folder, "target/compiled/shop/models/daily/daily_2024-01-02.sql")), Does.Contain("at >= '2024-01-02 00:00:00+00:00'"));
    }

    [Test]
    public async Task Hooks_before_belong_to_the_first_batch_and_those_after_to_the_last()
    {
        await project.RunAsync(["run", .. Window]);

        Assert.That(await project.ColumnAsync("select what from log"), Is.EqualTo(new[] { "before 20240101", "after 20240103" }));
    }

    [Test]
    public async Task Retry_builds_the_batches_that_failed()
    {
        await project.RunAsync(["run", .. Window]);
        await project.Database.RunAsync("update events set divisor = 1 where id = 2", "delete from events where id = 3");

        CommandRun run = await project.RunAsync("retry");

        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(run.Out, Does.Contain("batch 1 of 1 ok daily 2024-01-02"));
        Assert.That(await project.ColumnAsync("select id from analytics.daily order by id"), Is.EqualTo(new[] { "1", "2", "3" }));
        Assert.That(
            await File.ReadAllTextAsync(Path.Combine(project.Folder, "target", "run_results.json")),
            Does.Contain("\"message\":\"SUCCESS\"").And.Match("\"successful\":\\[\\[\"2024-01-02[^]]*\\],\\[\"2024-01-01[^]]*\\],\\[\"2024-01-03[^]]*\\]\\],\"failed\":\\[\\]"));
    }

    [Test]
    public async Task Retry_ends_the_batches_where_the_run_before_did_if_none_came_out_well()
    {
        await project.Database.RunAsync("update events set divisor = 0");
        await project.RunAsync("run");
        string results = Path.Combine(project.Folder, "target", "run_results.json");
        await File.WriteAllTextAsync(results, Started().Replace(await File.ReadAllTextAsync(results), "\"invocation_started_at\":\"2024-01-03T12:00:00Z\""));
        await project.Database.RunAsync("update events set divisor = 1");

        CommandRun run = await project.RunAsync("retry");

        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(run.Out, Does.Contain("batch 3 of 3 ok daily 2024-01-03"));
    }

    [Test]
    public async Task Retry_keeps_to_the_event_time_that_the_run_before_was_given()
    {
        await project.Database.RunAsync("update events set divisor = 0");
        await project.RunAsync(["run", .. Window]);
        await project.Database.RunAsync("update events set divisor = 1");

        CommandRun run = await project.RunAsync("retry");

        Assert.That(run.Out, Does.Contain("batch 1 of 3 ok daily 2024-01-01").And.Contain("batch 3 of 3 ok daily 2024-01-03"));
    }

    [Test]
    public async Task Where_the_first_batch_fails_the_others_are_not_begun_though_the_table_is_there()
    {
        await project.RunAsync(["run", .. Window]);
        await project.Database.RunAsync("update events set divisor = id - 1");

        CommandRun run = await project.RunAsync(["run", .. Window]);

        Assert.That(run.Out, Does.Contain("batch 1 of 3 error").And.Not.Contain("batch 2 of 3"));
    }

    private string[] Written(string folder) => [.. Directory.EnumerateFiles(Path.Combine(project.Folder, "target", folder, "shop/models/daily")).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];

    [GeneratedRegex("\"invocation_started_at\":\"[^\"]*\"")]
    private static partial Regex Started();
}
