using Deck.Models.Engine.Reporting;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>What a snapshot does beside its history.</summary>
public sealed class SnapshotTests
{
    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateDatabase()
    {
        project = new BuiltProject(await PostgresFixture.CreateDatabaseAsync());
        await project.Database.RunAsync("create table items (id int, n int, at timestamp)", "insert into items values (1, 10, '2020-01-01'), (2, 20, '2020-01-01')");
    }

    [TearDown]
    public async Task DropDatabase() => await project.Database.DisposeAsync();

    [Test]
    public async Task The_old_form_names_its_own_schema_and_models_read_it()
    {
        await project.BuildAsync(
            Snapshot("target_schema='kept', unique_key='id', strategy='check', check_cols=['n']"),
            ("later", "select count(*) as n from {{ ref('history') }}"));

        Assert.That(await project.AskAsync("select n, (select count(*) from kept.history) from app.later"), Is.EqualTo("2, 2"));
    }

    [Test]
    public async Task Hooks_indexes_and_grants_belong_to_it()
    {
        (string, string) snapshot = Snapshot(
            "unique_key='id', strategy='timestamp', updated_at='at', indexes=[{'columns': ['id']}], grants={'select': ['public']}, pre_hook='create table if not exists public.log (n int)', post_hook='insert into public.log select count(*) from {{ this }}'");
        await project.BuildAsync(snapshot);
        await project.Database.RunAsync("update items set n = 11, at = '2020-02-01' where id = 1");
        await project.BuildAsync(snapshot);

        Assert.That(await project.AskAsync("select n from log order by n"), Is.EqualTo("2; 3"));
        Assert.That(await project.AskAsync("select count(*) from pg_indexes where tablename = 'history'"), Is.EqualTo("1"));
        Assert.That(await project.AskAsync("select has_table_privilege('pg_read_all_data', 'app.history', 'select')"), Is.EqualTo("t"));
    }

    [TestCase("ignore", "INSERT 0 2")]
    [TestCase("invalidate", "INSERT 0 2")]
    [TestCase("new_record", "INSERT 0 3")]
    public async Task The_answer_counts_the_versions_that_were_added(string hardDeletes, string expected)
    {
        (string, string) snapshot = Snapshot($"unique_key='id', strategy='check', check_cols=['n'], hard_deletes='{hardDeletes}'");
        await project.BuildAsync(snapshot);
        await project.Database.RunAsync("update items set n = 11 where id = 1", "delete from items where id = 2", "insert into items values (3, 30, '2020-01-01')");
        NodeResult result = (await project.RunAsync(snapshot)).Results.Single();

        Assert.That(result.Message, Is.EqualTo(expected));
        Assert.That(await project.AskAsync("select count(*) - 2 from app.history"), Is.EqualTo($"{result.RowsAffected}"));
    }

    [Test]
    public async Task A_failed_run_leaves_the_history_as_it_was()
    {
        await project.BuildAsync(Snapshot("unique_key='id', strategy='check', check_cols=['n']"));
        await project.Database.RunAsync("update items set n = n + 1");

        string failure = await project.FailAsync(Snapshot("unique_key='id', strategy='check', check_cols=['n'], post_hook='select 1 / 0'"));

        Assert.That(failure, Does.Contain("division by zero"));
        Assert.That(await project.AskAsync("select id, n, dbt_valid_to from app.history order by id"), Is.EqualTo("1, 10, null; 2, 20, null"));
    }

    [Test]
    public async Task A_table_without_the_snapshots_columns_is_refused()
    {
        await project.Database.RunAsync("create schema app", "create table app.history as select * from items");

        Assert.That(
            await project.FailAsync(Snapshot("unique_key='id', strategy='check', check_cols='all', hard_deletes='new_record'")),
            Does.Contain("Snapshot target is missing configured columns: dbt_scd_id, dbt_valid_from, dbt_valid_to, dbt_is_deleted"));
    }

    [Test]
    public async Task A_view_under_its_name_is_never_replaced()
    {
        await project.Database.RunAsync("create schema app", "create view app.history as select * from items");

        Assert.That(
            await project.FailAsync(Snapshot("unique_key='id', strategy='check', check_cols='all'")),
            Does.StartWith("DECK0669 `history` is a snapshot, and a view stands under its name"));
    }

    [Test]
    public async Task A_strategy_that_nobody_defines_is_a_mistake() =>
        Assert.That(await project.FailAsync(Snapshot("unique_key='id', strategy='chekc', check_cols='all'")), Is.EqualTo("""
            DECK0662 `history` asks for the snapshot strategy `chekc`, and there is no macro `snapshot_chekc_strategy`
            did you mean `snapshot_check_strategy`?
            """.ReplaceLineEndings("\n")));

    [Test]
    public async Task A_custom_strategy_must_say_how_rows_change()
    {
        (string, string) macro = ("macros/mine.sql", "{% macro snapshot_mine_strategy(node, old, new, config, exists) %}{% do return({'unique_key': 'id', 'updated_at': 'at'}) %}{% endmacro %}");

        Assert.That(
            await project.FailAsync(macro, Snapshot("unique_key='id', strategy='mine'")),
            Does.StartWith("DECK0670 the snapshot's strategy gives no `row_changed`, `scd_id`"));
    }

    private static (string, string) Snapshot(string config) =>
        ("snapshots/history.sql", $"{{% snapshot history %}}{{{{ config({config}) }}}} select * from public.items {{% endsnapshot %}}");
}
