using Deck.Models.Engine.Reporting;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>Microbatch models: batches of event time, each filtered, built and reported by itself. The tests' invocation began on 1970-01-01.</summary>
public sealed class MicrobatchTests
{
    private const string Config = "materialized='incremental', incremental_strategy='microbatch', unique_key='id', event_time='at', batch_size='day', begin='1969-12-29'";

    private static readonly (string, string) Source = ("models/raw.yml", "sources: [{name: raw, schema: public, tables: [{name: events, config: {event_time: at}}, {name: names}]}]");

    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateDatabase()
    {
        project = new BuiltProject(await PostgresFixture.CreateDatabaseAsync());
        await project.Database.RunAsync(
            "create table events (id int, n int, at timestamp)",
            "insert into events values (0, 1, '1969-12-28 23:59'), (1, 1, '1969-12-29'), (2, 1, '1969-12-30 12:00'), (3, 1, '1969-12-31 23:59:59')",
            "create table names (id int)", "insert into names values (1), (2), (3)");
    }

    [TearDown]
    public async Task DropDatabase() => await project.Database.DisposeAsync();

    [Test]
    public async Task The_first_run_builds_from_begin_and_later_ones_look_back()
    {
        RunResult first = await RunAsync(Model());
        await project.Database.RunAsync("update events set n = 2");
        RunResult later = await RunAsync(Model());

        Assert.That(Batches(first), Is.EqualTo("1969-12-29 1969-12-30 1969-12-31 | "));
        Assert.That(Batches(later), Is.EqualTo("1969-12-30 1969-12-31 | "), "the batch that the run is in, and one before");
        Assert.That(first.Results[0].Message, Is.EqualTo("SUCCESS"));
        Assert.That(await project.AskAsync("select id, n from app.daily order by id"), Is.EqualTo("1, 1; 2, 2; 3, 2"));
    }

    [Test]
    public async Task The_window_can_be_given()
    {
        await RunAsync(Model());
        await project.Database.RunAsync("update events set n = 3");
        project.EventTime = (new DateTimeOffset(1969, 12, 29, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(1969, 12, 29, 6, 0, 0, TimeSpan.Zero));

        Assert.That(Batches(await RunAsync(Model())), Is.EqualTo("1969-12-29 | "));
        Assert.That(await project.AskAsync("select id, n from app.daily order by id"), Is.EqualTo("1, 3; 2, 1; 3, 1"));
    }

    [Test]
    public async Task Only_inputs_with_an_event_time_are_filtered_and_render_is_not()
    {
        RunResult run = await RunAsync(Model("select *, (select count(*) from {{ source('raw', 'names') }}) as names, (select count(*) from {{ source('raw', 'events').render() }}) as alls, '{{ model.batch.id }}' as batch from {{ source('raw', 'events') }}"));

        Assert.That(run.Succeeded, Is.True);
        Assert.That(await project.AskAsync("select id, names, alls, batch from app.daily order by id"), Is.EqualTo("1, 3, 4, 19691229; 2, 3, 4, 19691230; 3, 3, 4, 19691231"));
        Assert.That(run.Results[0].CompiledCode, Does.Contain("where at >= '1969-12-31 00:00:00+00:00' and at < '1970-01-01 00:00:00+00:00') _dbt_et_filter_subq_events"));
    }

    [Test]
    public async Task A_batch_that_fails_does_not_stop_the_later_ones()
    {
        RunResult run = await RunAsync(Model("select *, 1 / (id - 2) as odd from {{ source('raw', 'events') }}"));

        Assert.That(run.Results[0].Status, Is.EqualTo(NodeStatus.PartialSuccess));
        Assert.That(run.Results[0].Message, Is.EqualTo("PARTIAL SUCCESS (2/3)"));
        Assert.That(Batches(run), Is.EqualTo("1969-12-29 1969-12-31 | 1969-12-30"));
        Assert.That(await project.AskAsync("select id from app.daily order by id"), Is.EqualTo("1; 3"));
    }

    [Test]
    public async Task Where_the_first_batch_fails_nothing_is_begun()
    {
        RunResult run = await RunAsync(Model("select *, 1 / (id - 1) as odd from {{ source('raw', 'events') }}"));

        Assert.That(run.Results[0].Status, Is.EqualTo(NodeStatus.Error));
        Assert.That(Batches(run), Is.EqualTo(" | 1969-12-29 1969-12-30 1969-12-31"));
        Assert.That(await project.AskAsync("select to_regclass('app.daily')"), Is.EqualTo("null"));
    }

    [Test]
    public async Task A_full_refresh_builds_all_batches_anew()
    {
        await RunAsync(Model());
        await project.Database.RunAsync("delete from events where id = 1");
        project.FullRefresh = true;

        Assert.That(Batches(await RunAsync(Model("select *, '{{ is_incremental() }}' as later from {{ source('raw', 'events') }}"))), Is.EqualTo("1969-12-29 1969-12-30 1969-12-31 | "));
        Assert.That(await project.AskAsync("select id, later from app.daily order by id"), Is.EqualTo("2, True; 3, True"));
    }

    [TestCase("batch_size='day', ", "DECK0674 the microbatch model `daily` lacks the config `batch_size`")]
    [TestCase("event_time='at', ", "DECK0674 the microbatch model `daily` lacks the config `event_time`")]
    [TestCase(", begin='1969-12-29'", "DECK0674 the microbatch model `daily` lacks the config `begin`")]
    [TestCase("unique_key='id', ", "DECK0674 the microbatch model `daily` lacks the config `unique_key`")]
    public async Task Its_configs_are_needed(string without, string expected) => Assert.That(
        await project.FailAsync(Source, ("daily", $"{{{{ config({Config.Replace(without, "", StringComparison.Ordinal)}) }}}}select * from {{{{ source('raw', 'events') }}}}")), Does.StartWith(expected));

    private Task<RunResult> RunAsync((string, string) model) => project.RunAsync(Source, model);

    private static (string, string) Model(string sql = "select * from {{ source('raw', 'events') }}") => ("daily", $"{{{{ config({Config}) }}}}{sql}");

    private static string Batches(RunResult run) => run.Results[0].Batches is { } batches
        ? $"{string.Join(' ', batches.Successful.Select(b => $"{b.Start:yyyy-MM-dd}"))} | {string.Join(' ', batches.Failed.Select(b => $"{b.Start:yyyy-MM-dd}"))}"
        : "none";
}
