using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>Incremental models on their second run.</summary>
public sealed class IncrementalTests
{
    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateDatabase()
    {
        project = new BuiltProject(await PostgresFixture.CreateDatabaseAsync());
        await project.Database.RunAsync("create table events (id int, part text, n int)", "insert into events values (1, 'a', 10), (2, 'a', 20)");
    }

    [TearDown]
    public async Task DropDatabase() => await project.Database.DisposeAsync();

    [TestCase("", "1, a, 10; 2, a, 20; 2, a, 25; 3, b, 30")]
    [TestCase(", unique_key='id'", "1, a, 10; 2, a, 25; 3, b, 30")]
    [TestCase(", unique_key=['id', 'part']", "1, a, 10; 2, a, 25; 3, b, 30")]
    [TestCase(", unique_key='id || part'", "1, a, 10; 2, a, 25; 3, b, 30")]
    [TestCase(", unique_key='part', incremental_predicates=['DBT_INTERNAL_DEST.n < 15']", "2, a, 20; 2, a, 25; 3, b, 30")]
    [TestCase(", incremental_strategy='append', unique_key='id'", "1, a, 10; 2, a, 20; 2, a, 25; 3, b, 30")]
    [TestCase(", incremental_strategy='delete+insert'", "1, a, 10; 2, a, 20; 2, a, 25; 3, b, 30")]
    [TestCase(", incremental_strategy='merge'", "1, a, 10; 2, a, 20; 2, a, 25; 3, b, 30")]
    [TestCase(", incremental_strategy='merge', unique_key='id'", "1, a, 10; 2, a, 25; 3, b, 30")]
    [TestCase(", incremental_strategy='merge', unique_key=['id', 'part']", "1, a, 10; 2, a, 25; 3, b, 30")]
    [TestCase(", incremental_strategy='merge', unique_key='id', merge_update_columns=['part']", "1, a, 10; 2, a, 20; 3, b, 30")]
    [TestCase(", incremental_strategy='merge', unique_key='id', merge_exclude_columns=['n']", "1, a, 10; 2, a, 20; 3, b, 30")]
    public async Task New_rows_enter_by_the_strategy(string config, string expected)
    {
        (string, string) model = Model(config);
        await project.BuildAsync(model);
        string table = await OidAsync();
        await project.Database.RunAsync("delete from events", "insert into events values (2, 'a', 25), (3, 'b', 30)");

        await project.BuildAsync(model);

        Assert.That(await RowsAsync(), Is.EqualTo(expected));
        Assert.That(await OidAsync(), Is.EqualTo(table), "the table is the same");
    }

    [Test]
    public async Task A_model_may_read_what_it_already_has()
    {
        (string, string) model = ("log", "{{ config(materialized='incremental') }}select * from public.events {% if is_incremental() %}where id > (select max(id) from {{ this }}){% endif %}");
        await project.BuildAsync(model);
        await project.Database.RunAsync("insert into events values (3, 'b', 30)");
        await project.BuildAsync(model);
        await project.BuildAsync(model);

        Assert.That(await RowsAsync(), Is.EqualTo("1, a, 10; 2, a, 20; 3, b, 30"));
    }

    [Test]
    public async Task A_full_refresh_builds_anew_under_the_views_of_others()
    {
        (string, string) model = Model("");
        await project.BuildAsync(model);
        await project.Database.RunAsync("create view watching as select count(*) from app.log", "delete from events where id = 1");
        project.FullRefresh = true;

        await project.BuildAsync(model);

        Assert.That(await RowsAsync(), Is.EqualTo("2, a, 20"));
        Assert.That(await project.AskAsync("select * from watching"), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_view_becomes_an_incremental_table()
    {
        await project.BuildAsync(("log", "select * from public.events"));
        await project.BuildAsync(Model(", unique_key='id'"));

        Assert.That(await project.AskAsync("select relkind from pg_class where oid = 'app.log'::regclass"), Is.EqualTo("r"));
    }

    [TestCase("ignore", "id, part, n", "1, a, 10; 2, a, 20; 3, b, 30")]
    [TestCase("append_new_columns", "id, part, n, extra", "1, a, 10, null; 2, a, 20, null; 3, b, 30, new")]
    [TestCase("sync_all_columns", "id, part, n, extra", "1, a, 10, null; 2, a, 20, null; 3, b, 30, new")]
    public async Task A_new_column_is_treated_as_configured(string onSchemaChange, string columns, string rows)
    {
        await project.BuildAsync(Model($", on_schema_change='{onSchemaChange}'"));
        await project.BuildAsync(Model($", on_schema_change='{onSchemaChange}'", "select 3 as id, 'b' as part, 30 as n, 'new' as extra"));

        Assert.That(await ColumnsAsync(), Is.EqualTo(columns));
        Assert.That(await RowsAsync(), Is.EqualTo(rows));
    }

    [TestCase("append_new_columns", "id, part, n", "1, a, 10; 2, a, 20; 3, b, null")]
    [TestCase("sync_all_columns", "id, part", "1, a; 2, a; 3, b")]
    public async Task A_column_that_is_gone_is_treated_as_configured(string onSchemaChange, string columns, string rows)
    {
        await project.BuildAsync(Model($", on_schema_change='{onSchemaChange}'"));
        await project.BuildAsync(Model($", on_schema_change='{onSchemaChange}'", "select 3 as id, 'b' as part"));

        Assert.That(await ColumnsAsync(), Is.EqualTo(columns));
        Assert.That(await RowsAsync(), Is.EqualTo(rows));
    }

    [Test]
    public async Task A_column_of_another_type_is_retyped_by_sync_all_columns()
    {
        await project.BuildAsync(Model(", on_schema_change='sync_all_columns'"));
        await project.BuildAsync(Model(", on_schema_change='sync_all_columns'", "select 3 as id, 'b' as part, 'many' as n"));

        Assert.That(await RowsAsync(), Is.EqualTo("1, a, 10; 2, a, 20; 3, b, many"));
    }

    [Test]
    public async Task A_change_fails_where_configured_and_leaves_the_rows()
    {
        await project.BuildAsync(Model(", on_schema_change='fail'"));

        Assert.That(await project.FailAsync(Model(", on_schema_change='fail'", "select 3 as id, 'b' as part")), Does.StartWith("DECK0665 "));
        Assert.That(await RowsAsync(), Is.EqualTo("1, a, 10; 2, a, 20"));
    }

    [TestCase("'id'")]
    [TestCase("['id', 'part']")]
    [TestCase("['id', \"lower(part)\"]")]
    public async Task Predicates_speak_of_the_columns_of_the_relation(string key)
    {
        (string, string) Rows(string name) => ("rows", $$$"""
            {{ config(materialized='incremental', incremental_strategy='delete+insert', unique_key={{{key}}}, incremental_predicates=['id > 1', 'DBT_INTERNAL_DEST.id < 9']) }}
            select generate_series(1, 2) as id, 'a' as part, '{{{name}}}' as name
            """);
        await project.BuildAsync(Rows("old"));
        await project.BuildAsync(Rows("new"));

        Assert.That(await project.AskAsync("select id, name from app.rows order by 1, 2"), Is.EqualTo("1, new; 1, old; 2, new"));
    }

    [Test]
    public async Task Columns_of_text_grow_whatever_on_schema_change_says([Values("ignore", "fail", "append_new_columns", "sync_all_columns")] string change)
    {
        (string, string) Texts(string types) => ("texts", $"{{{{ config(materialized='incremental', on_schema_change='{change}') }}}}select {types}");
        await project.BuildAsync(Texts("'ab'::varchar(2) as grown, 'ab'::varchar(9) as shrunk, 'ab'::varchar(2) as free, 'ab'::text as kept"));
        await project.BuildAsync(Texts("'abcd'::varchar(4) as grown, 'ab'::varchar(3) as shrunk, 'abcdef'::text as free, 'ab'::varchar(3) as kept"));

        Assert.That(await project.AskAsync("select string_agg(format_type(atttypid, atttypmod), ', ' order by attnum) from pg_attribute where attrelid = 'app.texts'::regclass and attnum > 0"),
            Is.EqualTo("character varying(4), character varying(9), text, text"));
        Assert.That(await project.AskAsync("select grown from app.texts order by 1"), Is.EqualTo("ab; abcd"));
    }

    [Test]
    public async Task A_model_that_fails_leaves_the_rows()
    {
        await project.BuildAsync(Model(", unique_key='id'"));

        Assert.That(await project.FailAsync(Model(", unique_key='id', post_hook='select 1/0'", "select 1 as id, 'b' as part, 0 as n")), Does.Contain("division by zero"));
        Assert.That(await RowsAsync(), Is.EqualTo("1, a, 10; 2, a, 20"));
    }

    private static (string, string) Model(string config, string sql = "select * from public.events") => ("log", $"{{{{ config(materialized='incremental'{config}) }}}}{sql}");

    private Task<string> RowsAsync() => project.AskAsync("select * from app.log l order by l::text");

    private Task<string> OidAsync() => project.AskAsync("select 'app.log'::regclass::oid");

    private Task<string> ColumnsAsync() => project.AskAsync("select string_agg(attname, ', ' order by attnum) from pg_attribute where attrelid = 'app.log'::regclass and attnum > 0 and not attisdropped");
}
