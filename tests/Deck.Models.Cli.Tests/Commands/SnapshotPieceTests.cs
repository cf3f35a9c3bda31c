namespace Deck.Models.Cli.Tests.Commands;

/// <summary>Snapshots, and incremental models, whose pieces the project writes itself.</summary>
[TestFixture]
internal sealed class SnapshotPieceTests
{
    private const string OwnMerge = """
        {% macro snapshot_merge_sql(target, source, insert_cols) -%}
          insert into analytics.merges select dbt_change_type, count(*) from {{ source }} group by 1;
          {{ default__snapshot_merge_sql(target, source, insert_cols) }}
        {%- endmacro %}
        {% macro default__snapshot_merge_sql(target, source, insert_cols) -%}{{ dbt.default__snapshot_merge_sql(target, source, insert_cols) }}{%- endmacro %}
        """;

    private const string OwnStaging = "{% macro snapshot_staging_table(strategy, source_sql, target_relation) -%}{{ dbt.snapshot_staging_table(strategy, source_sql ~ ' where id < 100', target_relation) }}{%- endmacro %}";

    private const string History = """
        select string_agg(id || ' ' || name || ' ' || (dbt_valid_to is null) || ' ' || {0}, ', ' order by id, dbt_valid_from, name) from analytics.kept
        """;

    [TestCase("ignore", "''", "unique_key='id'")]
    [TestCase("invalidate", "''", "unique_key='id'")]
    [TestCase("new_record", "dbt_is_deleted", "unique_key='id'")]
    [TestCase("new_record", "dbt_is_deleted", "unique_key=['id', 'part']")]
    public async Task A_merge_of_the_projects_own_keeps_the_same_history(string deletes, string mark, string key)
    {
        string planned = await KeepAsync(deletes, mark, key, null);
        string merged = await KeepAsync(deletes, mark, key, OwnMerge);

        Assert.That(merged, Is.EqualTo(planned));
        Assert.That(planned, Does.Contain("1 a false").And.Contain("1 b true").And.Contain("3 new true"));
    }

    [Test]
    public async Task A_staging_table_of_the_projects_own_is_asked_for()
    {
        Assert.That(await KeepAsync("ignore", "''", "unique_key='id'", OwnStaging), Does.Not.Contain("200 far"));
        Assert.That(await KeepAsync("ignore", "''", "unique_key='id'", null), Does.Contain("200 far"));
    }

    [Test]
    public async Task Dbts_own_materialization_can_be_called()
    {
        await using TestProject project = await TestProject.CreateAsync();
        project
            .With("macros/m.sql", "{% materialization incremental, default %}{% do run_query('create table if not exists analytics.called (n int)') %}{{ return(dbt.materialization_incremental_default()) }}{% endmaterialization %}")
            .With("models/a.sql", "{{ config(materialized='incremental', unique_key='id', on_schema_change='append_new_columns') }} select 1 as id, {{ 2 if is_incremental() else 1 }} as n {{ ', 5 as more' if is_incremental() }}");
        CommandRun first = await project.RunAsync("run");
        CommandRun second = await project.RunAsync("run");

        Assert.That(first.ExitCode + second.ExitCode, Is.Zero, first.Text + second.Text);
        Assert.That(await project.ColumnAsync("select concat_ws(' ', id, n, more) from analytics.a"), Is.EqualTo(new[] { "1 2 5" }));
        Assert.That(await project.ColumnAsync("select n from analytics.called"), Is.Empty);
    }

    /// <summary>A history over rows that change, come and go, with a macro of the project's own or none.</summary>
    private static async Task<string> KeepAsync(string deletes, string mark, string key, string? macro)
    {
        await using TestProject project = await TestProject.CreateAsync();
        project.With("snapshots/kept.sql", "{% snapshot kept %}{{ config(" + key + ", strategy='check', check_cols=['name'], hard_deletes='" + deletes + "') }} select * from analytics.things{% endsnapshot %}");
        if (macro is not null)
        {
            project.With("macros/own.sql", macro);
        }

        await project.Database.RunAsync("create schema analytics; create table analytics.merges (kind text, n int); create table analytics.things as select 1 as id, 1 as part, 'a' as name union all select 2, 1, 'gone'");
        foreach (string change in new[]
        {
            "select 1",
            "update analytics.things set name = 'b' where id = 1; delete from analytics.things where id = 2; insert into analytics.things values (3, 1, 'new'), (200, 1, 'far')",
            "insert into analytics.things values (2, 1, 'back')",
        })
        {
            await project.Database.RunAsync(change);
            CommandRun run = await project.RunAsync("snapshot");
            Assert.That(run.ExitCode, Is.Zero, run.Text);
        }

        Assert.That(await project.ValueAsync("select count(*) > 0 from analytics.merges"), Is.EqualTo(macro == OwnMerge ? "t" : "f"));
        return await project.ValueAsync(History.Replace("{0}", mark, StringComparison.Ordinal)) ?? "";
    }
}
