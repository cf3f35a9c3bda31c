using Deck.Models.Engine.Execution.Freshness;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Testing;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>How often a run waits for the server: what a database far away costs.</summary>
public sealed class RoundTripTests
{
    private const string Incremental = "{{ config(materialized='incremental', unique_key='id') }}select 1 as id";

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
        project = new BuiltProject(database) { Over = over, Clock = new InstantClock() };
        await database.RunAsync("create schema app", "create table app.audit (n int)");
    }

    [TearDown]
    public async Task DropProject()
    {
        await over.DisposeAsync();
        await proxy.DisposeAsync();
        await database.DisposeAsync();
    }

    [TestCase("models/a.sql", "{{ config(materialized='view') }}select 1 as id", 1, 2, TestName = "A view takes one; a session begins with one where views stand")]
    [TestCase("models/a.sql", "{{ config(materialized='table', indexes=[{'columns': ['id']}]) }}select 1 as id", 1, 1, TestName = "A table takes one")]
    [TestCase("models/a.sql", "{{ config(materialized='table', post_hook='analyze {{ this }}') }}select 1 as id", 1, 1, TestName = "A hook travels with its table")]
    [TestCase(
        "models/a.sql", "{{ config(post_hook=\"{% if execute %}insert into app.audit values ({{ run_query('select count(*) from ' ~ this).columns[0].values()[0] }}){% endif %}\") }}select 1 as id", 3, 4,
        TestName = "A hook that queries takes two more")]
    [TestCase("models/a.sql", Incremental, 1, 2, TestName = "An incremental model takes one at first and two later")]
    [TestCase("seeds/a.csv", "id,name\n1,x\n", 4, 4, TestName = "A seed takes two beside the two of its copy")]
    [TestCase("tests/a.sql", "select 1 as id where false", 1, 1, TestName = "A test takes one")]
    public async Task Round_trips(string path, string text, int first, int later)
    {
        await project.BuildAsync((path, text));
        Assert.That(proxy.Take(), Is.EqualTo(first));

        await project.BuildAsync((path, text));
        Assert.That(proxy.Take(), Is.EqualTo(later));
    }

    [Test]
    public async Task A_seed_that_is_skipped_takes_one()
    {
        project.SkipUnchangedSeeds = true;
        await project.BuildAsync(("seeds/a.csv", "id\n1\n"));
        proxy.Take();
        await project.BuildAsync(("seeds/a.csv", "id\n1\n"));

        Assert.That(proxy.Take(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_freshness_of_many_sources_takes_one()
    {
        await database.RunAsync([.. Enumerable.Range(0, 40).Select(i => $"create table app.t{i} as select now() as at")]);
        await project.CheckFreshnessAsync(Sources(40));

        Assert.That(proxy.Take(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_source_that_cannot_be_asked_fails_alone_and_costs_few_more()
    {
        await database.RunAsync([.. Enumerable.Range(0, 39).Select(i => $"create table app.t{i} as select now() as at")]);
        FreshnessOutcome outcome = await project.CheckFreshnessAsync(Sources(40));

        Assert.That(outcome.Results.Where(r => r.Status != FreshnessStatus.Pass).Select(r => $"{r.Source.Name} {r.Status}"), Is.EqualTo(new[] { "t39 RuntimeError" }));
        Assert.That(proxy.Take(), Is.LessThanOrEqualTo(13));
    }

    [TestCase(true, 1, TestName = "Tests of one relation take one")]
    [TestCase(false, 4, TestName = "Tests one by one take one each")]
    public async Task Round_trips_of_tests(bool fuse, int expected)
    {
        await database.RunAsync("create table app.users as select 1 as id, 'a'::text as kind");
        project.FuseTests = fuse;
        project.Threads = 1;
        await project.BuildAsync(("models/schema.yml", """
            sources: [{name: app, tables: [{name: users, columns: [{name: id, data_tests: [unique, not_null]}, {name: kind, data_tests: [not_null, accepted_values: {arguments: {values: [a]}}]}]}]}]
            """));

        Assert.That(proxy.Take(), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_hook_that_queries_sees_the_rows_of_its_model()
    {
        await project.BuildAsync(("a", "{{ config(materialized='table', post_hook=\"{% if execute %}insert into app.audit values ({{ run_query('select count(*) from ' ~ this).columns[0].values()[0] }}){% endif %}\") }}select generate_series(1, 5) as id"));
        await project.BuildAsync(("a", "{{ config(materialized='table', post_hook=\"{% if execute %}insert into app.audit values ({{ run_query('select count(*) from ' ~ this).columns[0].values()[0] }}){% endif %}\") }}select generate_series(1, 7) as id"));

        Assert.That(await project.AskAsync("select n from app.audit"), Is.EqualTo("5; 7"));
    }

    private static (string Name, string Text) Sources(int count) => ("models/s.yml", $$"""
        sources:
        - name: app
          config: {loaded_at_field: at, freshness: {warn_after: {count: 1, period: day} } }
          tables: [{{string.Join(", ", Enumerable.Range(0, count).Select(i => $"{{name: t{i}}}"))}}]
        """);
}
