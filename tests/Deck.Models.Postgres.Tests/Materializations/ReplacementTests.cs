using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>What becomes of a live relation, and of what depends on it, when a model is built anew.</summary>
public sealed class ReplacementTests
{
    private const string Dependents = """
        select c.relname, pg_get_viewdef(c.oid), pg_get_userbyid(c.relowner), c.relacl, c.reloptions, obj_description(c.oid, 'pg_class'), col_description(c.oid, 1)
        from pg_class c where c.relnamespace = 'others'::regnamespace and c.relkind = 'v' order by 1
        """;

    private static readonly (string, string) Table = ("a", "{{ config(materialized='table') }}select 1 as id, 'x'::text as name");
    private static readonly (string, string) View = ("a", "{{ config(materialized='view') }}select 1 as id, 'x'::text as name");
    private static readonly (string, string) Other = ("a", "{{ config(materialized='table') }}select 'y'::text as name, 2 as id, true as more");

    private string role = "";
    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateDatabase()
    {
        project = new BuiltProject(await PostgresFixture.CreateDatabaseAsync());
        role = $"reader_{project.Database.Name}";
        await project.Database.RunAsync($"create role {role}", "create schema others", $"grant create, usage on schema others to {role}");
    }

    [TearDown]
    public async Task DropDatabase()
    {
        await project.Database.RunAsync($"drop owned by {role} cascade", $"drop role {role}");
        await project.Database.DisposeAsync();
    }

    /// <summary>The owner of a view reads what it stands on with rights of its own.</summary>
    private async Task AllowReadingAsync() =>
        await project.Database.RunAsync($"grant usage on schema app to {role}", $"grant select on all tables in schema app to {role}", $"grant select on all tables in schema others to {role}");

    [Test]
    public async Task Views_of_others_survive_with_all_that_belongs_to_them()
    {
        await project.BuildAsync(Table);
        await CreateDependentsAsync();
        string before = await project.AskAsync(Dependents);

        await project.BuildAsync(Other);

        Assert.That(await project.AskAsync(Dependents), Is.EqualTo(before));
        await AllowReadingAsync();
        Assert.That(await project.AskAsync("select * from others.top"), Is.EqualTo("2, y, 2"));
    }

    [Test]
    public async Task A_view_becomes_a_table_and_a_table_a_view_under_what_depends_on_them()
    {
        await project.BuildAsync(View);
        await CreateDependentsAsync();
        string before = await project.AskAsync(Dependents);

        await project.BuildAsync(Table);
        Assert.That(await KindAsync("a"), Is.EqualTo("r"));
        await project.BuildAsync(View);
        Assert.That(await KindAsync("a"), Is.EqualTo("v"));

        Assert.That(await project.AskAsync(Dependents), Is.EqualTo(before));
    }

    [Test]
    public async Task A_view_whose_columns_change_is_swapped()
    {
        await project.BuildAsync(View);
        await CreateDependentsAsync();

        await project.BuildAsync(("a", "select 'z'::text as name, 3 as id"));

        await AllowReadingAsync();
        Assert.That(await project.AskAsync("select * from others.top"), Is.EqualTo("3, z, 3"));
    }

    [Test]
    public async Task Views_of_the_project_that_no_longer_fit_make_way_for_their_own_turn()
    {
        await project.BuildAsync(Table, ("b", "select name from {{ ref('a') }}"), ("c", "select name from {{ ref('b') }}"));

        await project.BuildAsync(("a", "{{ config(materialized='table') }}select 1 as id"), ("b", "select id from {{ ref('a') }}"), ("c", "select id from {{ ref('b') }}"));

        Assert.That(await project.AskAsync("select * from app.c"), Is.EqualTo("1"));
    }

    [Test]
    public async Task Materialized_views_of_the_project_are_made_again_from_what_was_built_below_them()
    {
        (string, string) numbers = ("numbers", "{{ config(materialized='table') }}select 1 as id");
        await project.BuildAsync(numbers, Totals("select sum(id) as total"), ("shown", "select total from {{ ref('totals') }}"));
        await project.Database.RunAsync("create view app.of_others as select total from app.totals");
        await project.BuildAsync(("numbers", "{{ config(materialized='table') }}select generate_series(1, 3) as id"), Totals("select sum(id) as total"), ("shown", "select total from {{ ref('totals') }}"));
        Assert.That(await project.AskAsync("select (select total from app.totals), (select total from app.shown), (select total from app.of_others)"), Is.EqualTo("6, 6, 6"));
        Assert.That(await project.AskAsync("select count(*) from pg_indexes where tablename = 'totals'"), Is.EqualTo("1"));
        await project.BuildAsync(numbers, Totals("select sum(id) as total, 5 as more"), ("shown", "select total, more from {{ ref('totals') }}"));
        Assert.That(await project.AskAsync("select * from app.shown"), Is.EqualTo("1, 5"));
        await project.Database.RunAsync("drop view app.of_others");
        await project.BuildAsync(("numbers", "{{ config(materialized='table') }}select 2 as number"), Totals("select sum(number) as total"), ("shown", "select total from {{ ref('totals') }}"));
        Assert.That(await project.AskAsync("select * from app.shown"), Is.EqualTo("2"));
    }

    [Test]
    public async Task A_materialized_view_that_the_run_does_not_build_stops_the_model()
    {
        (string, string) numbers = ("numbers", "{{ config(materialized='table') }}select 1 as id");
        await project.BuildAsync(numbers, Totals("select sum(id) as total"));

        Assert.That(await project.FailAsync(numbers), Does.Contain("app.totals depends on \"app\".\"numbers\" and cannot be rebuilt"));
        Assert.That(await project.AskAsync("select total from app.totals"), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_view_of_others_that_no_longer_fits_stops_the_model()
    {
        await project.BuildAsync(Table);
        await CreateDependentsAsync();
        string before = await project.AskAsync(Dependents);

        Assert.That(await project.FailAsync(("a", "{{ config(materialized='table') }}select 5 as id")), Does.StartWith("DECK0774 ").And.Contain("Side View"));

        Assert.That(await project.AskAsync("select id, name from app.a"), Is.EqualTo("1, x"));
        Assert.That(await project.AskAsync(Dependents), Is.EqualTo(before));
    }

    [TestCase("create materialized view others.kept as select * from app.a", "others.kept")]
    [TestCase("create view others.kept as select * from app.a; create materialized view others.deep as select * from others.kept", "others.deep")]
    [TestCase("alter table app.a add primary key (id); create table others.kept (id int constraint points references app.a)", "points")]
    [TestCase("create function others.kept(x app.a) returns int language sql return (x).id", "others.kept")]
    public async Task Anything_else_that_depends_on_the_relation_stops_the_model_and_is_named(string statement, string name)
    {
        await project.BuildAsync(Table);
        await project.Database.RunAsync(statement);
        string before = await project.AskAsync("select 'app.a'::regclass::oid");

        Assert.That(await project.FailAsync(Other), Does.StartWith("DECK0774 ").And.Contain(name));

        Assert.That(await project.AskAsync("select 'app.a'::regclass::oid"), Is.EqualTo(before));
        Assert.That(await project.AskAsync("select * from app.a"), Is.EqualTo("1, x"));
        Assert.That(await project.AskAsync("select count(*) from pg_class where relname like '%dbt_tmp%'"), Is.EqualTo("0"));
    }

    [Test]
    public async Task A_model_that_fails_leaves_the_old_table()
    {
        await project.BuildAsync(Table);

        Assert.That(await project.FailAsync(("a", "{{ config(materialized='table') }}select 1/0 as id")), Does.Contain("division by zero"));

        Assert.That(await project.AskAsync("select * from app.a"), Is.EqualTo("1, x"));
    }

    [Test]
    public async Task Indexes_keep_their_names_from_run_to_run()
    {
        (string, string) indexed = ("a", "{{ config(materialized='table', indexes=[{'columns': ['id'], 'unique': true}, {'columns': ['id', 'name'], 'type': 'btree'}]) }}select 1 as id, 'x' as name");
        const string Names = "select indexname from pg_indexes where tablename = 'a' order by 1";
        await project.BuildAsync(indexed);
        string before = await project.AskAsync(Names);
        await project.BuildAsync(indexed);

        Assert.That(await project.AskAsync(Names), Is.EqualTo(before).And.Match("^a_id_[0-9a-f]{8}_idx; a_id_name_[0-9a-f]{8}_idx$"));
    }

    [Test]
    public async Task Grants_of_the_config_replace_those_that_are_there()
    {
        await project.BuildAsync(("a", $"{{{{ config(grants={{'select': ['{role}'], 'insert': ['{role}']}}) }}}}select 1 as id"));
        await project.BuildAsync(("a", $"{{{{ config(grants={{'select': ['{role}']}}) }}}}select 2 as id"));

        Assert.That(
            await project.AskAsync($"select privilege_type from information_schema.role_table_grants where table_name = 'a' and grantee = '{role}'"), Is.EqualTo("SELECT"));
    }

    [Test]
    public async Task Descriptions_become_comments()
    {
        await project.BuildAsync(
            ("a", "{{ config(materialized='table', persist_docs={'relation': true, 'columns': true}) }}select 1 as id"),
            ("models/schema.yml", "models: [{name: a, description: \"the user's \\\\ own\", columns: [{name: id, description: key}, {name: gone, description: none}]}]"));

        Assert.That(await project.AskAsync("select obj_description('app.a'::regclass, 'pg_class'), col_description('app.a'::regclass, 1)"), Is.EqualTo("the user's \\ own, key"));
    }

    [Test]
    public async Task A_description_that_has_become_empty_takes_the_comment_away()
    {
        static (string, string)[] Files(string description) =>
        [
            ("models/a.yml", $"models: [{{name: a, config: {{persist_docs: {{columns: true}}}}, columns: [{{name: id, description: '{description}'}}]}}]"),
            ("a", "{{ config(materialized='incremental') }}select 1 as id"),
        ];
        await project.BuildAsync(Files("a number"));
        Assert.That(await project.AskAsync("select col_description('app.a'::regclass, 1)"), Is.EqualTo("a number"));
        await project.BuildAsync(Files(""));

        Assert.That(await project.AskAsync("select col_description('app.a'::regclass, 1)"), Is.EqualTo("null"));
    }

    [Test]
    public async Task A_seed_is_loaded_again_under_its_views()
    {
        await project.BuildAsync(("seeds/rates.csv", "code,rate\na,1\nb,2\n"), ("b", "select sum(rate) as total from {{ ref('rates') }}"));
        await project.BuildAsync(("seeds/rates.csv", "code,rate\na,1\nb,2\nc,3\n"), ("b", "select sum(rate) as total from {{ ref('rates') }}"));

        Assert.That(await project.AskAsync("select total from app.b"), Is.EqualTo("6"));
    }

    private async Task CreateDependentsAsync() => await project.Database.RunAsync(
        "create view others.mid with (security_barrier = true) as select id, name from app.a",
        "create view others.\"Side View\" as select name from app.a",
        "create view others.top as select m.id, s.name, m.id + 0 as again from others.mid m, others.\"Side View\" s",
        "comment on view others.top is 'it''s on top'",
        "comment on column others.top.id is 'the id'",
        $"grant select on others.mid to {role} with grant option",
        "grant select (id) on others.top to public",
        "grant insert on others.top to public",
        $"alter view others.top owner to {role}");

    private Task<string> KindAsync(string name) => project.AskAsync($"select relkind from pg_class where oid = 'app.{name}'::regclass");

    private static (string Name, string Sql) Totals(string select) =>
        ("totals", $$$"""{{ config(materialized='materialized_view', indexes=[{'columns': ['total'], 'unique': true}]) }}{{{select}}} from {{ ref('numbers') }}""");
}
