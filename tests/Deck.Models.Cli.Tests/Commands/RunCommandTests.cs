namespace Deck.Models.Cli.Tests.Commands;

[TestFixture]
internal sealed class RunCommandTests
{
    private TestProject project = null!;

    [SetUp]
    public async Task Create() => project = await TestProject.CreateAsync();

    [TearDown]
    public async Task Drop() => await project.DisposeAsync();

    [Test]
    public async Task A_model_that_came_out_well_tells_its_warning()
    {
        project
            .With("macros/open.sql", "{% materialization open, default %}{% call statement('main') %}select 1{% endcall %}{{ return({'relations': []}) }}{% endmaterialization %}")
            .With("models/a.sql", "{{ config(materialized='open') }}select 1 as n");
        CommandRun run = await project.RunAsync("run");
        CommandRun quiet = await project.RunAsync("run", "--quiet");

        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(run.Out, Does.Contain("DECK0779: the materialization `materialization_open_default` of `a` did not commit").And.Contain("PASS=1"));
        Assert.That(quiet.Out, Does.Not.Contain("DECK0779"));
    }

    [Test]
    public async Task The_sql_of_the_projects_hooks_stands_where_dbt_has_it()
    {
        project.With("project.yml", project.Read("project.yml") + "on-run-start: select 1 as n\n").With("models/a.sql", "select 1 as n");

        CommandRun run = await project.RunAsync("run");

        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(project.Read("target/compiled/shop/project.yml/hooks/shop-on-run-start-0.sql"), Is.EqualTo("select 1 as n"));
    }

    [Test]
    public async Task A_file_makes_way_where_a_folder_of_sql_must_be()
    {
        project.With("project.yml", project.Read("project.yml") + "on-run-start: select 1 as n\n").With("models/a.sql", "select 1 as n").With("target/compiled/shop/project.yml", "");

        CommandRun run = await project.RunAsync("run");

        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(project.Read("target/compiled/shop/project.yml/hooks/shop-on-run-start-0.sql"), Is.EqualTo("select 1 as n"));
    }

    [Test]
    public async Task Models_are_built_in_order_of_their_refs()
    {
        project.With("models/a.sql", "select * from {{ ref('b') }}").With("models/b.sql", "select 1 as n");
        CommandRun run = await project.RunAsync("run");
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(await project.ValueAsync("select n from analytics.a"), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_database_error_points_at_the_models_own_line()
    {
        project.With("models/broken.sql", "{% set x %}\nignored\n{% endset %}\nselect\n    1 as n,\n    {{ 'no_such_column' }}\nfrom (select 1) as t\n");
        CommandRun run = await project.RunAsync("run");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Failure), run.Text);
        Assert.That(run.Out + run.Errors, Does.Contain("models/broken.sql:6:").And.Contain("42703").And.Contain("no_such_column"));
    }

    [Test]
    public async Task A_failed_model_leaves_the_table_that_was_there()
    {
        project.With("models/t.sql", "{{ config(materialized='table') }} select 1 as n");
        await project.RunAsync("run");
        project.With("models/t.sql", "{{ config(materialized='table') }} select 1 / (n - 1) as n from generate_series(1, 3) as n");
        CommandRun run = await project.RunAsync("run");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Failure), run.Text);
        Assert.That(run.Out + run.Errors, Does.Contain("22012"));
        Assert.That(await project.ColumnAsync("select n from analytics.t"), Is.EqualTo(new[] { "1" }));
        Assert.That(await Relations(), Is.EqualTo(new[] { "t" }));
    }

    [Test]
    public async Task Views_that_others_built_on_a_table_survive_its_rebuilding()
    {
        project.With("models/t.sql", "{{ config(materialized='table') }} select 1 as n");
        await project.RunAsync("run");
        await project.Database.RunAsync("create view public.theirs as select n + 100 as n from analytics.t");
        project.With("models/t.sql", "{{ config(materialized='table') }} select 2 as n");
        CommandRun run = await project.RunAsync("run");
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(await project.ColumnAsync("select n from analytics.t"), Is.EqualTo(new[] { "2" }));
        Assert.That(await project.ColumnAsync("select n from public.theirs"), Is.EqualTo(new[] { "102" }));
    }

    [Test]
    public async Task What_depends_on_a_failed_model_is_skipped()
    {
        project.With("models/bad.sql", "select nope").With("models/after.sql", "select * from {{ ref('bad') }}").With("models/beside.sql", "select 1 as n");
        CommandRun run = await project.RunAsync("run");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Failure));
        Assert.That(run.Out, Does.Contain("PASS=1 WARN=0 ERROR=1 SKIP=1 NO-OP=0 TOTAL=3"), run.Text);
        Assert.That(await Relations(), Is.EqualTo(new[] { "beside" }));
    }

    [Test]
    public async Task Fail_fast_starts_nothing_after_a_failure()
    {
        project.With("models/a_bad.sql", "select nope").With("models/b.sql", "select 1 as n").With("models/c.sql", "select 1 as n");
        CommandRun run = await project.RunAsync("run", "--fail-fast", "--threads", "1");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Failure), run.Text);
        Assert.That(await Relations(), Is.Empty);
    }

    [Test]
    public async Task Only_what_is_selected_and_not_excluded_is_built()
    {
        project.With("models/a.sql", "select 1 as n").With("models/b.sql", "select * from {{ ref('a') }}").With("models/c.sql", "select * from {{ ref('b') }}").With("models/d.sql", "select 1 as n");
        CommandRun run = await project.RunAsync("run", "--select", "a+", "--exclude", "c");
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(await Relations(), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task An_ephemeral_model_lives_in_its_readers_only()
    {
        project.With("models/e.sql", "{{ config(materialized='ephemeral') }} select 7 as n").With("models/v.sql", "select n from {{ ref('e') }}");
        CommandRun run = await project.RunAsync("run");
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(await Relations(), Is.EqualTo(new[] { "v" }));
        Assert.That(project.Read("target/compiled/shop/models/v.sql"), Does.Contain("__dbt__cte__e"));
        Assert.That(await project.ValueAsync("select n from analytics.v"), Is.EqualTo("7"));
    }

    [Test]
    public async Task A_dry_run_shows_the_plan_and_changes_nothing()
    {
        project.With("models/t.sql", "{{ config(materialized='table') }} select 1 as n");
        CommandRun run = await project.RunAsync("run", "--dry-run");
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(run.Out, Does.Contain("create table").And.Contain("select 1 as n"));
        Assert.That(await project.ColumnAsync("select nspname from pg_namespace where nspname = 'analytics'"), Is.Empty);
    }

    [Test]
    public async Task Quietly_a_success_says_nothing()
    {
        project.With("models/v.sql", "select 1 as n");
        CommandRun run = await project.RunAsync("run", "--quiet");
        Assert.That((run.ExitCode, run.Out, run.Errors), Is.EqualTo((0, "", "")));
    }

    [Test]
    public async Task A_model_can_change_from_view_to_table_and_back()
    {
        foreach (string kind in (string[])["view", "table", "view"])
        {
            project.With("models/m.sql", $"{{{{ config(materialized='{kind}') }}}} select 1 as n");
            CommandRun run = await project.RunAsync("run");
            Assert.That(run.ExitCode, Is.Zero, run.Text);
            Assert.That(await project.ColumnAsync("select relkind::text from pg_class where relnamespace = 'analytics'::regnamespace"), Is.EqualTo(new[] { kind[..1] == "v" ? "v" : "r" }));
        }
    }

    private Task<string?[]> Relations() => project.ColumnAsync("select table_name from information_schema.tables where table_schema = 'analytics' order by 1");
}
