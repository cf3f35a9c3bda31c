using Deck.Models.Engine.Reporting;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>The view that points to the latest version of a model, from run to run.</summary>
public sealed class LatestVersionPointerTests
{
    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateDatabase() => project = new BuiltProject(await PostgresFixture.CreateDatabaseAsync());

    [TearDown]
    public async Task DropDatabase() => await project.Database.DisposeAsync();

    [TestCase("table")]
    [TestCase("view")]
    [TestCase("incremental")]
    [TestCase("materialized_view")]
    public async Task It_gives_the_rows_of_the_latest_version(string materialized)
    {
        await project.BuildAsync([.. Models(), Properties(2, $"materialized: {materialized}")]);

        Assert.That(await project.AskAsync("select * from app.a"), Is.EqualTo("2, two"));
        Assert.That(await KindOfAsync("a"), Is.EqualTo("v"));
    }

    [Test]
    public async Task It_moves_to_another_version_with_other_columns()
    {
        await project.BuildAsync([.. Models(), Properties(1)]);
        string before = await project.AskAsync("select * from app.a");

        await project.BuildAsync([.. Models(), Properties(2)]);

        Assert.That(before, Is.EqualTo("1"));
        Assert.That(await project.AskAsync("select * from app.a"), Is.EqualTo("2, two"));
    }

    [Test]
    public async Task It_follows_columns_that_its_version_loses_and_a_version_that_is_no_longer_the_latest()
    {
        await project.BuildAsync([.. Models(), Properties(2)]);

        await project.BuildAsync([.. Models("select 2 as id"), Properties(2)]);
        string after = await project.AskAsync("select * from app.a");
        await project.BuildAsync([.. Models("select true as other"), Properties(1)]);

        Assert.That(after, Is.EqualTo("2"));
        Assert.That(await project.AskAsync("select * from app.a"), Is.EqualTo("1"));
    }

    [Test]
    public async Task It_takes_the_place_of_the_table_that_the_model_was_before_it_had_versions()
    {
        await project.BuildAsync(("a", "{{ config(materialized='table') }}select 0 as id"));
        await project.Database.RunAsync("create view public.reader as select id from app.a");

        await project.BuildAsync([.. Models(), Properties(2)]);

        Assert.That(await project.AskAsync("select id from public.reader"), Is.EqualTo("2"));
        Assert.That(await KindOfAsync("a"), Is.EqualTo("v"));
    }

    [Test]
    public async Task It_has_the_grants_of_its_model_but_neither_comments_nor_hooks()
    {
        await project.Database.RunAsync("create table log (line text)");

        await project.BuildAsync([.. Models(), Properties(2, "grants: {select: [public]}, persist_docs: {relation: true}, post_hook: \"insert into public.log values ('{{ this.identifier }}')\"")]);

        Assert.That(await project.AskAsync("select line from log order by 1"), Is.EqualTo("a_v1; a_v2"));
        Assert.That(
            await project.AskAsync("select c.relname, obj_description(c.oid), 'public' = any (select case grantee when 0 then 'public' end from aclexplode(relacl)) from pg_class c where c.relnamespace = 'app'::regnamespace order by 1"),
            Is.EqualTo("a, null, t; a_v1, ours, t; a_v2, ours, t"));
    }

    [Test]
    public async Task The_projects_own_views_and_materializations_have_one_too()
    {
        const string Macros = """
            {% materialization mine, default %}
              {% call statement('main') %}create table {{ this }} as ({{ sql }}){% endcall %}{% do adapter.commit() %}
              {{ return({'relations': [this]}) }}
            {% endmaterialization %}
            {% materialization view, default %}
              {% call statement('main') %}create view {{ this }} as ({{ sql }} where id > 1){% endcall %}{% do adapter.commit() %}
              {{ return({'relations': [this]}) }}
            {% endmaterialization %}
            """;

        await project.BuildAsync([.. Models(), ("macros/m.sql", Macros), Properties(1, "materialized: mine")]);

        Assert.That(await project.AskAsync("select count(*) from app.a"), Is.EqualTo("0"));
        Assert.That(await project.AskAsync("select count(*) from app.a_v1"), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_view_of_others_that_it_would_break_fails_its_model()
    {
        await project.BuildAsync([.. Models(), Properties(2)]);
        await project.Database.RunAsync("create view public.reader as select name from app.a");

        RunResult run = await project.RunAsync([.. Models(), Properties(1)]);

        Assert.That(run.Results.Select(r => $"{r.Node.Alias} {r.Status}"), Is.EquivalentTo((string[])["a_v1 Error", "a_v2 Success"]));
        Assert.That(run.Results.Single(r => r.Status == NodeStatus.Error).Message, Does.Contain("reader"));
        Assert.That(await project.AskAsync("select name from public.reader"), Is.EqualTo("two"));
    }

    private static (string, string)[] Models(string second = "select 2 as id, 'two' as name") => [("a_v1", "select 1 as id"), ("a_v2", second)];

    private static (string, string) Properties(int latest, string configs = "materialized: table") => (
        "models/a.yml",
        $"models: [{{name: a, description: ours, latest_version: {latest}, config: {{latest_version_pointer: {{enabled: true}}, {configs}}}, versions: [{{v: 1}}, {{v: 2}}]}}]");

    private Task<string> KindOfAsync(string relation) => project.AskAsync($"select relkind from pg_class where oid = 'app.{relation}'::regclass");
}
