using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Tests.Planning;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Execution;

/// <summary>What runs around the nodes: the project's hooks and missing schemas; and around one model: its hooks.</summary>
public sealed class HookTests
{
    private const string ProjectFile = """
        name: shop
        version: '1'
        profile: shop
        on-run-start: ["select 'first'", "select 'second'"]
        on-run-end: "select 'last'"
        """;

    private static readonly (string, string) Users = ("models/users.sql", "select 'users' as id");

    private FakeDatabase database = null!;

    private static string Turn(string model) => $"select pg_advisory_xact_lock(hashtext('deckmodel turn'), hashtext('\"analytics\".\"{model}\"'))";

    [SetUp]
    public void CreateDatabase() => database = new FakeDatabase();

    [TearDown]
    public async Task DisposeDatabase() => await database.DisposeAsync();

    [Test]
    public async Task Hooks_of_the_project_surround_the_nodes()
    {
        RunResult run = await PlannedProject.Of("run", ("project.yml", ProjectFile), Users).RunAsync(database);

        Assert.That(database.Statements, Is.EqualTo(new[]
        {
            "select 'first'", "select 'second'", Turn("users"), "create or replace view \"analytics\".\"users\" as (\nselect 'users' as id\n)", "select 'last'",
        }));
        Assert.That(run.Succeeded, Is.True);
        Assert.That(run.Results.Select(r => $"{r.Message} {r.Failures} {r.ThreadId}"), Is.EqualTo(new[]
        {
            "shop.on-run-start.0 passed 0 main", "shop.on-run-start.1 passed 0 main", "CREATE OR  Thread-1", "shop.on-run-end.0 passed 0 main",
        }));
        Assert.That(database.SessionsOpen, Is.Zero);
    }

    [Test]
    public async Task A_hook_that_fails_at_the_start_skips_every_node_but_not_the_hooks_at_the_end()
    {
        RunResult run = await PlannedProject.Of("run", ("project.yml", ProjectFile), Users).RunAsync(database.Fails("'first'"));

        Assert.That(run.Results.Select(r => $"{r.Node.Name} {r.Status}"), Is.EqualTo(new[]
        {
            "shop-on-run-start-0 Error", "shop-on-run-start-1 Skipped", "users Skipped", "shop-on-run-end-0 Success",
        }));
        Assert.That(database.Statements, Is.EqualTo(new[] { "select 'first'", "select 'last'" }));
        Assert.That(run.Succeeded, Is.False);
    }

    [Test]
    public async Task A_hook_that_fails_tells_so_once_and_skips_those_after_it()
    {
        PlannedProject project = PlannedProject.Of("run", ("project.yml", ProjectFile), Users);
        RunResult run = await project.RunAsync(database.Fails("'first'"));

        Assert.That(run.Results.Take(2).Select(r => $"{r.Message} {r.Failures}"), Is.EqualTo(new[]
        {
            "shop.on-run-start.0 failed, error:\n division by zero (SQLSTATE 22012) 1", "shop.on-run-start.1 skipped 1",
        }));
        Assert.That(project.Events.OfType<NodeFinished>().Take(2).Select(f => $"{f.Index}/{f.Total} {f.Result.Node.Name} {f.Result.Status}"), Is.EqualTo(new[]
        {
            "1/2 shop-on-run-start-0 Error", "2/2 shop-on-run-start-1 Skipped",
        }));
        Assert.That(project.Events.OfType<DiagnosticRaised>(), Is.Empty);
    }

    [Test]
    public async Task The_projects_own_hooks_go_before_those_of_its_packages_in_the_order_of_their_names()
    {
        await PlannedProject.Of(
            "run", ("project.yml", ProjectFile), Users,
            ("dbt_packages/b/dbt_project.yml", "{name: beta, version: '1', on-run-start: [select 'beta 1', select 'beta 2']}"),
            ("dbt_packages/a/dbt_project.yml", "{name: alpha, version: '1', on-run-start: [select 'alpha 1', select 'alpha 2']}"),
            ("packages.yml", "packages: [{local: b}, {local: a}]")).RunAsync(database);

        Assert.That(database.Statements.Take(6), Is.EqualTo(new[] { "select 'first'", "select 'second'", "select 'alpha 1'", "select 'alpha 2'", "select 'beta 1'", "select 'beta 2'" }));
    }

    [Test]
    public async Task The_nodes_are_built_all_the_same_where_the_project_wants_it()
    {
        RunResult run = await PlannedProject.Of("run", ("project.yml", ProjectFile + "\nflags: {skip_nodes_if_on_run_start_fails: false}"), Users).RunAsync(database.Fails("'first'"));

        Assert.That(run.Results.Select(r => $"{r.Node.Name} {r.Status}"), Is.EqualTo(new[]
        {
            "shop-on-run-start-0 Error", "shop-on-run-start-1 Skipped", "users Success", "shop-on-run-end-0 Success",
        }));
        Assert.That(run.Succeeded, Is.False);
    }

    [Test]
    public async Task Hooks_at_the_end_run_after_failed_nodes_too()
    {
        RunResult run = await PlannedProject.Of("run", ("project.yml", ProjectFile), Users).RunAsync(database.Fails("'users'"));

        Assert.That(database.Statements[^1], Is.EqualTo("select 'last'"));
        Assert.That(run.Succeeded, Is.False);
    }

    [Test]
    public async Task Hooks_of_a_model_are_in_its_transaction_or_outside_as_configured()
    {
        const string Sql = """
            {{ config(pre_hook=["select 'in'", {'sql': "select 'before'", 'transaction': false}], post_hook={'sql': "select 'after'", 'transaction': false}) }}select 1 as id
            """;
        await PlannedProject.Of("run", ("models/a.sql", Sql)).RunAsync(database);

        Assert.That(Exchanges(), Is.EqualTo(new[]
        {
            "Separate: select 'before'", $"Whole: {Turn("a")}; select 'in'; create or replace view \"analytics\".\"a\" as ( select 1 as id )", "Separate: select 'after'",
        }));
    }

    [Test]
    public async Task A_post_hook_without_queries_travels_with_its_model()
    {
        await PlannedProject.Of("run", ("models/a.sql", "{{ config(post_hook='grant select on {{ this }} to reader') }}select 1 as id")).RunAsync(database);

        Assert.That(Exchanges(), Is.EqualTo(new[] { $"Whole: {Turn("a")}; create or replace view \"analytics\".\"a\" as ( select 1 as id ); grant select on \"shop\".\"analytics\".\"a\" to reader" }));
    }

    [Test]
    public async Task A_post_hook_that_queries_is_rendered_after_the_build_and_before_the_commit()
    {
        const string Sql = """
            {{ config(post_hook=["{% if execute %}{{ log('told', info=true) }}insert into audit values ({{ run_query('select count(*) as n from it').columns[0].values()[0] }}){% endif %}"]) }}select 1 as id
            """;
        database.When("count(*)", new QueryResult([new QueryColumn("n", "int8")], [["3"]], "SELECT 1"));
        PlannedProject project = PlannedProject.Of("run", ("models/a.sql", Sql));
        RunResult run = await project.RunAsync(database);

        Assert.That(Exchanges(), Is.EqualTo(new[]
        {
            $"Begin: {Turn("a")}; create or replace view \"analytics\".\"a\" as ( select 1 as id )", "Separate: select count(*) as n from it", "End: insert into audit values (3)",
        }));
        Assert.That(run.Succeeded, Is.True);
        Assert.That(project.Events.OfType<MessageLogged>().Select(m => m.Text), Is.EqualTo(new[] { "told" }));
    }

    [Test]
    public async Task A_post_hook_that_cannot_be_rendered_after_the_build_undoes_it()
    {
        const string Sql = """
            {{ config(post_hook="{% if execute and run_query('select 1 as n') %}{{ exceptions.raise_compiler_error('no good') }}{% endif %}") }}select 1 as id
            """;
        RunResult run = await PlannedProject.Of("run", ("models/a.sql", Sql)).RunAsync(database.When("select 1 as n", new QueryResult([new QueryColumn("n", "int4")], [["1"]], "SELECT 1")));

        Assert.That(run.Results.Single().Diagnostics.Select(d => $"{d.Code}"), Is.EqualTo(new[] { "DECK0610" }));
        Assert.That(database.Statements[^1], Is.EqualTo("rollback"));
    }

    [Test]
    public async Task Hooks_at_the_end_see_how_the_nodes_ended()
    {
        const string Project = """
            name: shop
            version: '1'
            profile: shop
            on-run-end:
              - "{% if execute %}select '{{ schemas }} {{ database_schemas }}'{% endif %}"
              - "{% if execute %}select '{% for r in results | sort(attribute='status', reverse=true) %}{{ r.node.unique_id }} {{ r.status }} {{ r['failures'] }} {{ r.thread_id[:6] }} {{ r.timing | map(attribute='name') | join('+') }} {{ r.adapter_response.code }};{% endfor %}'{% endif %}"
              - "{% if execute %}select '{{ (results | selectattr('status', 'equalto', 'error') | first).message }}'{% endif %}"
              - "{% if execute %}select '{{ results[0].to_dict().keys() | list }} {{ results[0].to_dict()['timing'][0]['started_at'] is string }}'{% endif %}"
              - "{% if execute %}{% if results[0].execution_time >= 0 and results[0].timing[0].started_at.year > 2000 %}select 'times'{% endif %}{% endif %}"
            """;
        await PlannedProject.Of("run", ("project.yml", Project), Users, ("models/b.sql", "{{ config(schema='gold') }}select 'b' as id")).RunAsync(database.Fails("'b'"));

        Assert.That(database.Statements.Skip(database.Statements.ToList().FindIndex(s => s.StartsWith("select '", StringComparison.Ordinal))), Is.EqualTo(new[]
        {
            "select '['analytics'] [('shop', 'analytics')]'",
            "select 'model.shop.users success None Thread compile+execute CREATE OR;model.shop.b error None Thread compile+execute ;'",
            "select 'division by zero (SQLSTATE 22012)'",
            "select '['status', 'timing', 'thread_id', 'execution_time', 'adapter_response', 'message', 'failures', 'node', 'agate_table', 'batch_results'] True'",
            "select 'times'",
        }));
    }

    [Test]
    public async Task Hooks_at_the_end_see_nodes_and_their_configs_as_objects()
    {
        const string Project = """
            name: shop
            version: '1'
            profile: shop
            on-run-end: "{% if execute %}select '{% for r in results %}{{ r.node.to_dict().name }} {{ r.node.config.get('materialized') }} {{ r.node.config.unknown is none }} {{ r.node.config['unknown'] }} {{ r.node.depends_on.nodes }} {{ r.timing[0].to_dict().name }} {{ r.adapter_response._message }};{% endfor %}'{% endif %}"
            """;
        await PlannedProject.Of("build", ("project.yml", Project), Users, ("models/schema.yml", "models: [{name: users, columns: [{name: id, data_tests: [unique]}]}]"))
            .RunAsync(database.WhenTested("unique_field", 0, false, false));

        Assert.That(database.Statements[^1], Is.EqualTo(
            "select 'users view True None [] compile CREATE OR;unique_users_id test True None ['model.shop.users'] compile SELECT 1;'"));
    }

    [Test]
    public async Task Missing_schemas_come_first()
    {
        PlannedProject project = PlannedProject.Of("run", Users, ("models/b.sql", "{{ config(schema='gold') }}select 'b' as id"));
        await project.RunAsync(database);

        Assert.That(database.Statements[0], Is.EqualTo("create schema if not exists \"analytics_gold\""));
    }

    private IEnumerable<string> Exchanges() => database.Batches.Select(b => $"{b.Extent}: {string.Join("; ", b.Statements.Select(s => s.Text.ReplaceLineEndings(" ").Trim()))}");
}
