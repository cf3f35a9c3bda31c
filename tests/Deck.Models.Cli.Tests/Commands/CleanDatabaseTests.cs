namespace Deck.Models.Cli.Tests.Commands;

/// <summary>`clean --database`: what interrupted runs left goes, and nothing else.</summary>
[TestFixture]
internal sealed class CleanDatabaseTests
{
    private const string Relations = "select relname from pg_class where relnamespace = 'analytics'::regnamespace and relkind in ('r', 'v') order by 1";

    private TestProject project = null!;

    [SetUp]
    public async Task Create()
    {
        project = await TestProject.CreateAsync();
        project.With("models/a.sql", "select 1 as id").With("models/b__dbt_tmp.sql", "select 1 as id").With("models/b.sql", "select 2 as id");
        CommandRun built = await project.RunAsync("run");
        Assert.That(built.ExitCode, Is.Zero, built.Text);
        await project.Database.RunAsync(
            "create table analytics.a__dbt_tmp (id int)",
            "create view analytics.a__dbt_backup as select 1 as id",
            "create table analytics.other__dbt_tmp (id int)");
    }

    [TearDown]
    public async Task Drop() => await project.DisposeAsync();

    [Test]
    public async Task Leftovers_beside_the_projects_relations_are_dropped_and_named()
    {
        CommandRun dry = await project.RunAsync("clean", "--database", "--dry-run");
        Assert.That(dry.Out, Does.Contain("would drop \"analytics\".\"a__dbt_backup\"").And.Contain("would drop \"analytics\".\"a__dbt_tmp\", left beside model.shop.a"));
        Assert.That(await project.ColumnAsync(Relations), Does.Contain("a__dbt_tmp"));

        CommandRun run = await project.RunAsync("clean", "--database");
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(run.Out, Does.Contain("dropped \"analytics\".\"a__dbt_tmp\""));
        Assert.That(await project.ColumnAsync(Relations), Is.EqualTo(new[] { "a", "b", "b__dbt_tmp", "other__dbt_tmp" }));
        Assert.That((await project.RunAsync("clean", "--database")).Out, Does.Contain("no leftovers"));
    }

    [Test]
    public async Task What_others_depend_on_is_left_and_told()
    {
        await project.Database.RunAsync("create view public.theirs as select * from analytics.a__dbt_tmp");

        CommandRun run = await project.RunAsync("clean", "--database");

        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Failure), run.Text);
        Assert.That(run.Errors, Does.Contain("DECK0915").And.Contain("theirs"));
        Assert.That(await project.ColumnAsync(Relations), Does.Contain("a__dbt_tmp").And.Not.Contain("a__dbt_backup"));
    }

    [Test]
    public async Task The_next_run_of_a_model_that_is_built_beside_takes_its_leftover_away()
    {
        project.With("models/a.sql", "{{ config(materialized='table') }}select 1 as id");

        CommandRun run = await project.RunAsync("run", "--select", "a");

        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(await project.ColumnAsync(Relations), Does.Not.Contain("a__dbt_tmp"));
    }
}
