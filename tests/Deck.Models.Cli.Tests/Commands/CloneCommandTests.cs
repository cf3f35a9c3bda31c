namespace Deck.Models.Cli.Tests.Commands;

/// <summary>`clone`: views of what an earlier run built in another schema.</summary>
[TestFixture]
internal sealed class CloneCommandTests
{
    private const string Relations = "select relname || ' ' || relkind::text from pg_class where relnamespace = 'mine'::regnamespace and relkind in ('r', 'v') order by 1";

    private TestProject project = null!;

    [SetUp]
    public async Task Create()
    {
        project = await TestProject.CreateAsync();
        project
            .With("models/t.sql", "{{ config(materialized='table', grants={'select': ['pg_monitor']}, post_hook=\"comment on view {{ this }} is 'cloned'\" if target.schema == 'mine' else []) }}select 1 as n")
            .With("models/gone.sql", "{{ config(materialized='ephemeral') }}select 1 as n")
            .With("seeds/s.csv", "a\n1\n");
        CommandRun built = await project.RunAsync("build", "--target-path", "prod");
        Assert.That(built.ExitCode, Is.Zero, built.Text);
        project.With("profiles.yml", project.Profile("shop", "dev", "mine")).With("models/later.sql", "select 1 as n from {{ ref('t') }}");
    }

    [TearDown]
    public async Task Drop() => await project.DisposeAsync();

    [Test]
    public async Task Everything_that_the_state_has_becomes_a_view_of_it()
    {
        CommandRun run = await project.RunAsync("clone", "--state", "prod");

        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(run.Out, Does.Contain("no relation of model.shop.later is in the state's manifest").And.Contain("PASS=3"));
        Assert.That(await project.ColumnAsync(Relations), Is.EqualTo(new[] { "s v", "t v" }));
        Assert.That(
            await project.ValueAsync("select concat_ws(' ', n, a, obj_description('mine.t'::regclass), has_table_privilege('pg_monitor', 'mine.t', 'select')) from mine.t, mine.s"),
            Is.EqualTo("1 1 cloned t"));
    }

    [Test]
    public async Task What_exists_is_left_alone_unless_it_is_asked_for()
    {
        await project.Database.RunAsync("create schema mine", "create table mine.s (a int)");

        CommandRun kept = await project.RunAsync("clone", "--state", "prod", "--select", "s");
        Assert.That(kept.Out, Does.Contain("exists already"));
        Assert.That(await project.ColumnAsync(Relations), Is.EqualTo(new[] { "s r" }));

        CommandRun replaced = await project.RunAsync("clone", "--state", "prod", "--select", "s", "--full-refresh");
        Assert.That(replaced.ExitCode, Is.Zero, replaced.Text);
        Assert.That(await project.ColumnAsync(Relations), Is.EqualTo(new[] { "s v" }));
    }

    [Test]
    public async Task Nothing_becomes_a_view_of_itself()
    {
        project.With("profiles.yml", project.Profile("shop", "dev", "analytics"));

        CommandRun run = await project.RunAsync("clone", "--state", "prod", "--full-refresh");

        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(await project.ValueAsync("select relkind::text from pg_class where oid = 'analytics.t'::regclass"), Is.EqualTo("r"));
    }

    [Test]
    public async Task Results_are_those_of_dbt()
    {
        await project.RunAsync("clone", "--state", "prod", "--select", "t");
        string results = await File.ReadAllTextAsync(Path.Combine(project.Folder, "target", "run_results.json"));

        Assert.That(results, Does.Contain("\"which\":\"clone\"").And.Contain("\"message\":\"CREATE VIEW\"").And.Contain("\"compiled\":false"));
    }

    [Test]
    public async Task Retry_makes_the_views_that_could_not_be_made()
    {
        await project.Database.RunAsync("create schema mine", "create table mine.t (n int)", "create materialized view mine.depends as select n from mine.t");
        CommandRun failed = await project.RunAsync("clone", "--state", "prod", "--full-refresh");
        await project.Database.RunAsync("drop materialized view mine.depends");

        CommandRun run = await project.RunAsync("retry");

        Assert.That(failed.Out, Does.Contain("PASS=2").And.Contain("ERROR=1"), failed.Text);
        Assert.That(run.Out, Does.Contain("PASS=1").And.Contain("TOTAL=1"), run.Text);
        Assert.That(await project.ColumnAsync(Relations), Is.EqualTo(new[] { "s v", "t v" }));
    }

    [Test]
    public async Task The_projects_own_materialization_makes_the_clones()
    {
        project.With("macros/clone.sql", """
            {% materialization clone, default %}
              {{ log('cloning ' ~ model.name ~ ' of ' ~ (defer_relation.schema if defer_relation else 'nowhere'), info=True) }}
              {{ return(dbt.materialization_clone_default()) }}
            {% endmaterialization %}
            """);

        CommandRun first = await project.RunAsync("clone", "--state", "prod");
        CommandRun second = await project.RunAsync("clone", "--state", "prod", "--select", "t");

        Assert.That(first.ExitCode, Is.Zero, first.Text);
        Assert.That(first.Out, Does.Contain("cloning t of analytics").And.Contain("cloning later of nowhere").And.Contain("no relation of model.shop.later is in the state's manifest").And.Contain("PASS=3"));
        Assert.That(await project.ColumnAsync(Relations), Is.EqualTo(new[] { "s v", "t v" }));
        Assert.That(
            await project.ValueAsync("select concat_ws(' ', n, obj_description('mine.t'::regclass), has_table_privilege('pg_monitor', 'mine.t', 'select')) from mine.t"),
            Is.EqualTo("1 cloned t"));
        Assert.That(second.Out, Does.Contain("exists already").And.Contain("PASS=1"), second.Text);
    }

    [Test]
    public async Task A_state_is_needed()
    {
        CommandRun run = await project.RunAsync("clone");

        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Unusable), run.Text);
        Assert.That(run.Errors, Does.Contain("DECK0505: `clone` needs the manifest.json of an earlier run"));
    }
}
