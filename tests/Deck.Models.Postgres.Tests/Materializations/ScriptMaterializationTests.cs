using Deck.Models.Engine.Reporting;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>Materializations and strategies that a project or a package writes itself.</summary>
public sealed class ScriptMaterializationTests
{
    private const string Insert = """
        {% materialization ledger, default %}
          {%- set target = this.incorporate(type='table') -%}
          {{ run_hooks(pre_hooks, inside_transaction=False) }}
          {{ run_hooks(pre_hooks, inside_transaction=True) }}
          {%- if load_cached_relation(this) is none -%}
            {% call statement('main') %}create table {{ target }} as ({{ sql }}){% endcall %}
          {%- else -%}
            {% call statement('main') %}insert into {{ target }} {{ sql }}{% endcall %}
          {%- endif -%}
          {{ run_hooks(post_hooks, inside_transaction=True) }}
          {% do adapter.commit() %}
          {{ run_hooks(post_hooks, inside_transaction=False) }}
          {{ return({'relations': [target]}) }}
        {% endmaterialization %}
        """;

    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateDatabase()
    {
        project = new BuiltProject(await PostgresFixture.CreateDatabaseAsync());
        await project.Database.RunAsync("create table log (line text)");
    }

    [TearDown]
    public async Task DropDatabase() => await project.Database.DisposeAsync();

    [Test]
    public async Task A_model_is_built_by_the_projects_materialization()
    {
        (string, string)[] files = [("macros/ledger.sql", Insert), ("entries", "{{ config(materialized='ledger') }}select 1 as n"), ("later", "select count(*) as n from {{ ref('entries') }}")];
        await project.BuildAsync(files);
        RunResult run = await project.RunAsync(files);

        Assert.That(await project.AskAsync("select n from app.later"), Is.EqualTo("2"));
        Assert.That(run.Results[0].Message, Is.EqualTo("INSERT 0 1"));
        Assert.That(run.Results[0].ExecutedSql, Does.Match("^begin;\nselect pg_advisory_xact_lock\\(.*\\);\ninsert into \""));
    }

    [Test]
    public async Task A_materialized_view_can_be_wrapped()
    {
        (string, string)[] files =
        [
            ("macros/wrapped.sql", "{% materialization materialized_view, default %}{% do run_query(\"insert into public.log values ('\" ~ model.name ~ \"')\") %}{{ return(dbt.materialization_materialized_view_default()) }}{% endmaterialization %}"),
            ("seen", "{{ config(materialized='materialized_view', post_hook=\"insert into public.log select 'rows: ' || count(*) from {{ this }}\") }}select 1 as n from public.rows"),
        ];
        await project.Database.RunAsync("create table rows (n int)");
        await project.BuildAsync(files);
        await project.Database.RunAsync("insert into rows values (1)");

        await project.BuildAsync(files);

        Assert.That(await project.AskAsync("select line from log"), Is.EqualTo("seen; rows: 0; seen; rows: 1"));
        Assert.That(await project.AskAsync("select relkind from pg_class where oid = 'app.seen'::regclass"), Is.EqualTo("m"));
    }

    [TestCase("apply", "create unique index on app.seen using btree (id); create index on app.seen using hash (n)")]
    [TestCase("continue", "create index on app.seen using btree (n); create unique index on app.seen using btree (id)")]
    public async Task A_wrapped_materialized_view_gets_the_indexes_of_its_config(string onChange, string expected)
    {
        (string, string) macro = ("macros/wrapped.sql", "{% materialization materialized_view, default %}{{ return(dbt.materialization_materialized_view_default()) }}{% endmaterialization %}");
        await project.BuildAsync(macro, ("seen", "{{ config(materialized='materialized_view', indexes=[{'columns': ['n']}, {'columns': ['id'], 'unique': true}]) }}select 1 as n, 2 as id"));
        await project.RunAsync(macro, ("seen", $"{{{{ config(materialized='materialized_view', on_configuration_change='{onChange}', indexes=[{{'columns': ['ID'], 'unique': true}}, {{'columns': ['n'], 'type': 'hash'}}]) }}}}select 1 as n, 2 as id"));

        Assert.That(
            await project.AskAsync("select lower(regexp_replace(pg_get_indexdef(indexrelid), 'INDEX .* ON', 'index on')) from pg_index where indrelid = 'app.seen'::regclass order by 1 desc"),
            Is.EqualTo(string.Join("; ", expected.Split("; ").OrderDescending())));
    }

    [Test]
    public async Task An_own_materialization_of_functions_may_call_dbts_for_each_overload()
    {
        RunResult run = await project.RunAsync(
            ("macros/function.sql", "{% materialization function, default, supported_languages=['sql'] %}{% do run_query(\"insert into public.log values ('\" ~ model.arguments[0].data_type ~ \"')\") %}{{ return(dbt.materialization_function_default()) }}{% endmaterialization %}"),
            ("functions/show.sql", "select x::text"),
            ("functions/show_date.sql", "select to_char(x, 'YYYY')"),
            ("functions/f.yml", "functions: [{name: show, arguments: [{name: x, data_type: integer}], returns: {data_type: text}, overloads: [{defined_in: show_date, arguments: [{name: x, data_type: date}]}]}]"));

        Assert.That(run.Results.Select(r => $"{r.Status} {string.Join(',', r.CompiledOverloads)}"), Is.EqualTo(["Success select to_char(x, 'YYYY')"]));
        Assert.That(await project.AskAsync("select app.show(7), app.show(date '2026-01-02'), (select string_agg(line, ',') from log)"), Is.EqualTo("7, 2026, integer,date"));
    }

    [Test]
    public async Task Its_hooks_run_inside_and_outside_of_its_transaction()
    {
        await project.BuildAsync(("macros/ledger.sql", Insert), ("entries", """
            {{ config(materialized='ledger', pre_hook="insert into public.log values ('before')", post_hook=[
              {'sql': 'vacuum public.log', 'transaction': false}, "insert into public.log select 'n is ' || n from {{ this }}"]) }}select 1 as n
            """));

        Assert.That(await project.AskAsync("select line from log"), Is.EqualTo("before; n is 1"));
    }

    [Test]
    public async Task An_error_undoes_everything()
    {
        string failure = await project.FailAsync(("macros/ledger.sql", Insert), ("entries", """
            {{ config(materialized='ledger', pre_hook="insert into public.log values ('before')", post_hook="select 1 / 0") }}select 1 as n
            """));

        Assert.That(failure, Does.Contain("division by zero"));
        Assert.That(await project.AskAsync("select count(*), to_regclass('app.entries') from log"), Is.EqualTo("0, null"));
    }

    [Test]
    public async Task A_template_error_undoes_everything()
    {
        string failure = await project.FailAsync(
            ("macros/broken.sql", "{% materialization broken, default %}{% call statement('main') %}insert into public.log values ('x'){% endcall %}{{ exceptions.raise_compiler_error('stop') }}{% endmaterialization %}"),
            ("a", "{{ config(materialized='broken') }}select 1 as n"));

        Assert.That(failure, Does.Contain("stop"));
        Assert.That(await project.AskAsync("select count(*) from log"), Is.EqualTo("0"));
    }

    [Test]
    public async Task What_is_not_committed_is_undone_with_a_warning()
    {
        RunResult run = await project.RunAsync(
            ("macros/open.sql", "{% materialization open, default %}{% call statement('main') %}insert into public.log values ('x'){% endcall %}{{ return({'relations': []}) }}{% endmaterialization %}"),
            ("a", "{{ config(materialized='open') }}select 1 as n"));

        Assert.That(run.Results[0].Diagnostics.Select(d => d.Message), Is.EqualTo(["the materialization `materialization_open_default` of `a` did not commit; what it did was rolled back"]));
        Assert.That(await project.AskAsync("select count(*) from log"), Is.EqualTo("0"));
    }

    [TestCase("{{ adapter.commit() }}{% do adapter.drop_relation(this.incorporate(path={'identifier': 'other'}, type='table')) %}{% do run_query(\"insert into public.log values ('last')\") %}", "null | x; last")]
    [TestCase("{% call statement() %}commit{% endcall %}{% call statement() %}insert into public.log values ('last'){% endcall %}", "app.other | x; last")]
    [TestCase("{% do adapter.create_schema(api.Relation.create(database=this.database, schema='made').without_identifier()) %}{% do adapter.truncate_relation(this.incorporate(path={'identifier': 'other', 'schema': 'app'}, type='table')) %}", "app.other | x")]
    public async Task What_comes_after_the_commit_commits_by_itself(string end, string expected)
    {
        await project.Database.RunAsync("create schema app", "create table app.other as select 1 as n");
        RunResult run = await project.RunAsync(
            ("macros/own.sql", $"{{% materialization own, default %}}{{% call statement('main') %}}insert into public.log values ('x'){{% endcall %}}{end}{{{{ return({{'relations': []}}) }}}}{{% endmaterialization %}}"),
            ("a", "{{ config(materialized='own') }}select 1 as n"));

        Assert.That(run.Results[0].Diagnostics, Is.Empty);
        Assert.That(await project.AskAsync("select coalesce(to_regclass('app.other')::text, 'null') || ' | ' || string_agg(line, '; ') from log"), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_statement_that_does_nothing_has_an_answer_and_a_text()
    {
        RunResult run = await project.RunAsync(
            ("macros/own.sql", "{% materialization own, default %}{% call noop_statement('main', 'DONE 3', 'DONE', 3) %}a text{% endcall %}{{ return({'relations': []}) }}{% endmaterialization %}"),
            ("a", "{{ config(materialized='own') }}select 1 as n"));

        Assert.That(run.Results[0].Message, Is.EqualTo("DONE 3"));
        Assert.That(run.Results[0].RowsAffected, Is.EqualTo(3));
    }

    [TestCase("{% do return('x') %}", "DECK0639 the materialization `materialization_odd_default` returns no dict with the list `relations`")]
    [TestCase("{% do return({'relations': []}) %}", "DECK0639 the materialization `materialization_odd_default` runs no statement `main`")]
    public async Task A_materialization_keeps_dbts_contract(string body, string expected) => Assert.That(
        await project.FailAsync(("macros/odd.sql", $"{{% materialization odd, default %}}{body}{{% endmaterialization %}}"), ("a", "{{ config(materialized='odd') }}select 1 as n")),
        Does.StartWith(expected));

    [Test]
    public async Task The_one_for_postgres_goes_before_the_one_for_all()
    {
        await project.BuildAsync(
            ("macros/two.sql", Insert + Insert.Replace("ledger, default", "ledger, adapter='postgres'", StringComparison.Ordinal).Replace("({{ sql }})", "(select 2 as n)", StringComparison.Ordinal)),
            ("entries", "{{ config(materialized='ledger') }}select 1 as n"));

        Assert.That(await project.AskAsync("select n from app.entries"), Is.EqualTo("2"));
    }

    [Test]
    public async Task The_projects_own_view_takes_the_place_of_the_built_in_and_may_call_it()
    {
        await project.BuildAsync(
            ("macros/view.sql", "{% materialization view, default %}{% do run_query(\"insert into public.log values ('\" ~ this.identifier ~ \"')\") %}{{ return(dbt.materialization_view_default()) }}{% endmaterialization %}"),
            ("a", "select 1 as n"),
            ("b", "select n + 1 as n from {{ ref('a') }}"));

        Assert.That(await project.AskAsync("select (select string_agg(line, ',' order by line) from log), n from app.b"), Is.EqualTo("a,b, 2"));
    }

    [TestCase("", "0")]
    [TestCase("flags: {require_explicit_package_overrides_for_builtin_materializations: false}\n", "1")]
    public async Task A_package_replaces_a_built_in_one_only_where_the_project_says_so(string flags, string expected)
    {
        await project.BuildAsync(
            ("project.yml", $"name: shop\nversion: '1'\nprofile: shop\n{flags}"),
            ("packages.yml", "packages: [{local: packs/pack}]\n"),
            ("dbt_packages/pack/dbt_project.yml", "name: pack\nversion: '1'\n"),
            ("dbt_packages/pack/macros/table.sql", "{% materialization table, default %}{% do run_query(\"insert into public.log values ('x')\") %}{{ return(dbt.materialization_table_default()) }}{% endmaterialization %}"),
            ("a", "{{ config(materialized='table', indexes=[{'columns': ['n']}]) }}select 1 as n"));

        Assert.That(await project.AskAsync("select (select count(*) from log), n from app.a"), Is.EqualTo($"{expected}, 1"));
    }

    [Test]
    public async Task An_own_test_materialization_wraps_dbts()
    {
        RunResult run = await project.RunAsync(
            ("macros/test.sql", "{% materialization test, default %}{% set result = dbt.materialization_test_default() %}{% do run_query(\"insert into public.log values ('\" ~ load_result('main')['data'][0][0] ~ \"'); commit\") %}{{ return(result) }}{% endmaterialization %}"),
            ("a", "select 1 as n union all select 2"),
            ("tests/small.sql", "select * from {{ ref('a') }} where n > 1"),
            ("tests/none.sql", "select * from {{ ref('a') }} where n > 2"));

        Assert.That(run.Results.Skip(1).Select(r => $"{r.Node.Name} {r.Status} {r.Failures}").Order(), Is.EqualTo(["none Pass 0", "small Fail 1"]));
        Assert.That(await project.AskAsync("select line from log order by line"), Is.EqualTo("0; 1"));
    }

    [TestCase("", "Error")]
    [TestCase("flags: {require_sql_header_in_test_configs: true}\n", "Fail")]
    public async Task A_tests_sql_header_counts_with_the_flag(string flag, string expected)
    {
        RunResult run = await project.RunAsync(
            ("project.yml", $"name: shop\nversion: '1'\nprofile: shop\n{flag}"),
            ("a", "select 1 as n"),
            ("tests/small.sql", "{{ config(sql_header='create function pg_temp.least_of() returns int language sql as $$ select 1 $$;') }}select * from {{ ref('a') }} where n = pg_temp.least_of()"));

        Assert.That(run.Results[1].Status.ToString(), Is.EqualTo(expected));
    }

    [TestCase("", "3")]
    [TestCase("flags: {require_batched_execution_for_custom_microbatch_strategy: false}\n", "1")]
    public async Task An_own_microbatch_strategy_is_called_for_each_batch_unless_the_flag_is_off(string flag, string expected)
    {
        (string, string)[] files =
        [
            ("project.yml", $"name: shop\nversion: '1'\nprofile: shop\n{flag}"),
            ("macros/m.sql", "{% macro get_incremental_microbatch_sql(arg_dict) %}insert into public.log values ('called'); insert into {{ arg_dict.target_relation }} select * from {{ arg_dict.temp_relation }}{% endmacro %}"),
            ("a", "{{ config(materialized='incremental', incremental_strategy='microbatch', unique_key='id', event_time='at', begin='2026-01-01', batch_size='day', lookback=2) }}select 1 as id, timestamp '2026-01-01' as at"),
        ];
        project.EventTime = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        await project.BuildAsync(files);
        await project.Database.RunAsync("truncate log");
        project.EventTime = (new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero));
        await project.BuildAsync(files);

        Assert.That(await project.AskAsync("select count(*) from log"), Is.EqualTo(expected));
    }

    [Test]
    public async Task An_incremental_strategy_of_the_projects_own()
    {
        (string, string) macro = ("macros/newest.sql", """
            {% macro get_incremental_newest_sql(arg_dict) %}
              {% set columns = arg_dict.dest_columns | map(attribute='quoted') | join(', ') %}
              delete from {{ arg_dict.target_relation }} where {{ arg_dict.unique_key }} in (select {{ arg_dict.unique_key }} from {{ arg_dict.temp_relation }});
              insert into {{ arg_dict.target_relation }} ({{ columns }}) select {{ columns }} from {{ arg_dict.temp_relation }} where {{ arg_dict.incremental_predicates[0] }}
            {% endmacro %}
            """);
        (string, string) model = ("a", "{{ config(materialized='incremental', incremental_strategy='newest', unique_key='id', incremental_predicates=['id > 1']) }}select id, 'x{{ \"y\" if is_incremental() }}' as t from generate_series(1, 3) as id");
        await project.BuildAsync(macro, model);
        await project.BuildAsync(macro, model);

        Assert.That(await project.AskAsync("select * from app.a order by id"), Is.EqualTo("2, xy; 3, xy"));
    }

    [Test]
    public async Task An_overridden_strategy_is_honoured()
    {
        (string, string) macro = ("macros/merge.sql", "{% macro get_incremental_merge_sql(arg_dict) %}insert into public.log select 'merged ' || count(*) from {{ arg_dict.temp_relation }}{% endmacro %}");
        (string, string) model = ("a", "{{ config(materialized='incremental', incremental_strategy='merge', unique_key='id') }}select 1 as id");
        await project.BuildAsync(macro, model);
        await project.BuildAsync(macro, model);

        Assert.That(await project.AskAsync("select line from log"), Is.EqualTo("merged 1"));
    }
}
