using Deck.Models.Engine.Reporting;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>Functions in the database: made, replaced, exchanged under what depends on them.</summary>
public sealed class FunctionTests
{
    private const string Twice = "functions: [{name: twice, arguments: [{name: x, data_type: integer}], returns: {data_type: integer}}]";
    private const string Calls = "select {{ function('twice') }}(2) as n";

    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateDatabase() => project = new BuiltProject(await PostgresFixture.CreateDatabaseAsync());

    [TearDown]
    public async Task DropDatabase() => await project.Database.DisposeAsync();

    [Test]
    public async Task A_function_has_the_arguments_defaults_and_volatility_of_its_properties()
    {
        await project.BuildAsync(
            ("functions/is_id.sql", "{{ config(volatility='deterministic') }}select a_string ~ pattern"),
            ("functions/f.yml", """
                functions:
                  - name: is_id
                    config: {persist_docs: {relation: true}}
                    description: Is it an id
                    arguments: [{name: a_string, data_type: text}, {name: pattern, data_type: text, default_value: "'^[0-9]+$'"}]
                    returns: {data_type: boolean}
                """),
            ("m", "select {{ function('is_id') }}('12') as a, {{ function('shop', 'is_id') }}('x') as b"));

        Assert.Multiple(async () =>
        {
            Assert.That(await project.AskAsync("select a, b from app.m"), Is.EqualTo("t, f"));
            Assert.That(await project.AskAsync("select provolatile, obj_description(oid) from pg_proc where proname = 'is_id'"), Is.EqualTo("i, Is it an id"));
        });
    }

    [Test]
    public async Task Functions_are_made_before_what_calls_them_and_after_what_they_read()
    {
        RunResult run = await project.RunAsync(
            ("functions/count_of.sql", "select count(*) from {{ ref('base') }}"),
            ("functions/f.yml", "functions: [{name: count_of, returns: {data_type: bigint}}]"),
            ("base", "select 1 as id union all select 2"),
            ("top", "select {{ function('count_of') }}() as n"));

        Assert.Multiple(async () =>
        {
            Assert.That(run.Results.Select(r => $"{r.Node.Name}: {r.Status} {r.Message}"), Is.EqualTo(new[] { "base: Success CREATE VIEW", "count_of: Success CREATE FUNCTION", "top: Success CREATE VIEW" }));
            Assert.That(await project.AskAsync("select n from app.top"), Is.EqualTo("2"));
        });
    }

    [Test]
    public async Task A_changed_body_takes_effect_and_keeps_what_others_were_granted()
    {
        await project.BuildAsync(("functions/twice.sql", "select x * 2"), ("functions/f.yml", Twice));
        await project.Database.RunAsync("revoke execute on function app.twice(integer) from public", "grant execute on function app.twice(integer) to pg_monitor");

        await project.BuildAsync(("functions/twice.sql", "select x + x + 0"), ("functions/f.yml", Twice));

        Assert.That(await project.AskAsync("select prosrc like '%x + x%', has_function_privilege('pg_monitor', oid, 'execute') from pg_proc where proname = 'twice'"), Is.EqualTo("t, t"));
    }

    [TestCase("x, data_type: integer", "returns: {data_type: integer}", "y, data_type: integer", "returns: {data_type: bigint}")]
    [TestCase("x, data_type: integer, default_value: 1", "returns: {data_type: integer}", "y, data_type: integer", "returns: {data_type: integer}")]
    public async Task A_signature_that_cannot_be_replaced_is_exchanged_under_the_views_of_others(string argument, string returns, string changedArgument, string changedReturns)
    {
        await project.BuildAsync(("functions/twice.sql", "select x * 2"), ("functions/f.yml", Properties(argument, returns)), ("calls", Calls));
        await project.Database.RunAsync(
            "create schema others", "create view others.v as select app.twice(3) as n", "comment on view others.v is 'mine'", "grant execute on function app.twice(integer) to pg_monitor");

        await project.BuildAsync(("functions/twice.sql", "select y * 3"), ("functions/f.yml", Properties(changedArgument, changedReturns)), ("calls", Calls));

        Assert.That(
            await project.AskAsync("select v.n, c.n, obj_description('others.v'::regclass), has_function_privilege('pg_monitor', 'app.twice(integer)', 'execute') from others.v v, app.calls c"),
            Is.EqualTo("9, 6, mine, t"));
    }

    [Test]
    public async Task What_else_depends_on_the_function_stops_it_and_is_named()
    {
        await project.BuildAsync(("functions/twice.sql", "select x * 2"), ("functions/f.yml", Twice));
        await project.Database.RunAsync("create table app.other (n integer default app.twice(1))");

        string failure = await project.FailAsync(("functions/twice.sql", "select x * 2::bigint"), ("functions/f.yml", Twice.Replace("returns: {data_type: integer}", "returns: {data_type: bigint}", StringComparison.Ordinal)));

        Assert.Multiple(async () =>
        {
            Assert.That(failure, Does.StartWith("DECK0774 cannot drop function app.twice(integer)").And.Contain("app.other"));
            Assert.That(await project.AskAsync("select app.twice(2), count(*) from pg_proc where proname like 'twice%'"), Is.EqualTo("4, 1"));
        });
    }

    [Test]
    public async Task Full_refresh_makes_a_function_anew()
    {
        await project.BuildAsync(("functions/twice.sql", "select x * 2"), ("functions/f.yml", Twice), ("calls", Calls));
        string before = await project.AskAsync("select 'app.twice(integer)'::regprocedure::oid");
        project.FullRefresh = true;

        await project.BuildAsync(("functions/twice.sql", "select x * 2"), ("functions/f.yml", Twice), ("calls", Calls));

        Assert.Multiple(async () =>
        {
            Assert.That(await project.AskAsync("select 'app.twice(integer)'::regprocedure::oid"), Is.Not.EqualTo(before));
            Assert.That(await project.AskAsync("select n from app.calls"), Is.EqualTo("4"));
        });
    }

    [Test]
    public async Task Overloads_share_the_name_and_one_that_fails_leaves_the_others()
    {
        RunResult run = await project.RunAsync(
            ("functions/show.sql", "select x::text"),
            ("functions/show_text.sql", "select x || '!'"),
            ("functions/show_date.sql", "select no_such_column"),
            ("functions/f.yml", """
                functions:
                  - name: show
                    arguments: [{name: x, data_type: integer}]
                    returns: {data_type: text}
                    overloads:
                      - {defined_in: show_date, arguments: [{name: x, data_type: date}]}
                      - {defined_in: show_text, arguments: [{name: x, data_type: text}]}
                """));

        NodeResult result = run.Results.Single();
        Assert.Multiple(async () =>
        {
            Assert.That((result.Status, result.Message), Is.EqualTo((NodeStatus.PartialSuccess, "PARTIAL SUCCESS show")));
            Assert.That(result.Overloads!.Successful, Is.EqualTo(new[] { "show_text" }));
            Assert.That(result.Overloads.Failed, Is.EqualTo(new[] { "show_date" }));
            Assert.That(result.Diagnostics.Single().Location!.InFile.ToString(), Is.EqualTo("functions/show_date.sql:1:8"));
            Assert.That(await project.AskAsync("select app.show(1), app.show('a'::text)"), Is.EqualTo("1, a!"));
        });
    }

    [Test]
    public async Task Grants_are_those_of_the_config_and_hooks_run_around()
    {
        string properties = """
            functions:
              - name: twice
                config: {grants: {execute: [pg_monitor]}, post_hook: "comment on function {{ this }}(integer) is 'hooked'"}
                arguments: [{name: x, data_type: integer}]
                returns: {data_type: integer}
            """;
        await project.BuildAsync(("functions/twice.sql", "select x * 2"), ("functions/f.yml", properties));
        await project.Database.RunAsync("grant execute on function app.twice(integer) to pg_read_all_stats");

        await project.BuildAsync(("functions/twice.sql", "select x * 2"), ("functions/f.yml", properties));

        Assert.That(
            await project.AskAsync("""
                select string_agg(grantee::regrole::text, ' ' order by grantee::regrole::text), obj_description(p.oid)
                from pg_proc p, aclexplode(p.proacl) g where proname = 'twice' and grantee not in (0, proowner) group by p.oid
                """),
            Is.EqualTo("pg_monitor, hooked"));
    }

    [Test]
    public async Task A_mistake_in_a_body_is_told_at_its_line()
    {
        RunResult run = await project.RunAsync(("functions/twice.sql", "select x *\n  no_such_column"), ("functions/f.yml", Twice));

        Assert.That(run.Results.Single().Diagnostics.Single().Location!.InFile.ToString(), Is.EqualTo("functions/twice.sql:2:3"));
    }

    [Test]
    public async Task A_projects_own_macros_write_its_functions()
    {
        await project.BuildAsync(
            ("functions/twice.py", "begin return {{ 'x' }} * 2; end"),
            ("functions/f.yml", Twice),
            ("macros/m.sql", """
                {% macro default__scalar_function_python(target_relation) %}
                create or replace function {{ target_relation }}({{ formatted_scalar_function_args_sql() }}) returns {{ model.returns.data_type }} language plpgsql as $$ {{ model.compiled_code }} $$
                {% endmacro %}
                """));

        Assert.That(await project.AskAsync("select app.twice(4)"), Is.EqualTo("8"));
    }

    private static string Properties(string argument, string returns) => $"functions: [{{name: twice, arguments: [{{name: {argument}}}], {returns}}}]";
}
