using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Faults;

/// <summary>Every materialization, first and later, with what may belong to its transaction.</summary>
internal static class FaultCases
{
    private const string Ledger = """
        {% materialization ledger, default %}
          {%- set target = this.incorporate(type='table') -%}
          {{ run_hooks(pre_hooks, inside_transaction=True) }}
          {%- if load_cached_relation(this) is none -%}
            {% call statement('main') %}create table {{ target }} as ({{ sql }}){% endcall %}
          {%- else -%}
            {% call statement('main') %}insert into {{ target }} {{ sql }}{% endcall %}
          {%- endif -%}
          {{ run_hooks(post_hooks, inside_transaction=True) }}
          {% do adapter.commit() %}
          {{ return({'relations': [target]}) }}
        {% endmaterialization %}
        """;

    private const string Counted = "post_hook='insert into {{ this.schema }}.audit values (1)'";

    private const string CountedContent = "select *, (select count(*) from audit) from m";

    private const string Everything = Counted + ", pre_hook='select 1', grants={'select': ['pg_monitor']}, indexes=[{'columns': ['id'], 'unique': true}], persist_docs={'relation': true}";

    private const string Batches =
        "materialized='incremental', incremental_strategy='microbatch', unique_key='id', event_time='at', batch_size='day', begin='1969-12-30'";

    private const string Events = "(values (1, timestamp '1969-12-30'), (2, timestamp '1969-12-31 12:00')) v (id, at) where at >= '{{ model.batch.event_time_start }}' and at < '{{ model.batch.event_time_end }}'";

    /// <summary>Counted together, but for `unique`, which is asked apart where there are many rows.</summary>
    private const string Tests = """
        models:
          - name: m
            columns:
              - {name: id, data_tests: [not_null, unique, accepted_values: {arguments: {values: [1], quote: false}}]}
              - {name: name, data_tests: [not_null, unique]}
        """;

    private static readonly (string, string) Calls = Model("materialized='view'", "select {{ function('f') }}()::text as id");

    private static readonly (string, string) Seed = ("seeds/m.csv", "id,name\n1,a\n");

    private static readonly (string, string) OtherSeed = ("seeds/m.csv", "id,name\n1,b\n2,c\n");

    public static IEnumerable<TestCaseData> All => Cases.Select(c => new TestCaseData(c).SetArgDisplayNames(c.Name));

    /// <summary>Those whose relation is there before.</summary>
    public static IEnumerable<TestCaseData> Replacing => All.Where(c => c.Arguments[0] is FaultCase { Before: [.., not ("macros/l.sql", _)] });

    private static IEnumerable<FaultCase> Cases =>
    [
        new("view, first", [], [Model("materialized='view'", "select 1 as id")]),
        new("view, replaced in place", [Model("materialized='view'", "select 1 as id")], [Model("materialized='view'", "select 2 as id")]),
        new("view, swapped", [Model("materialized='view'", "select 1 as id")], [Model("materialized='view'", "select 'x'::text as name")]),
        new("view, counted", [Model($"materialized='view', {Counted}", "select 1 as id")], [Model($"materialized='view', {Counted}", "select 2 as id")]) { Content = CountedContent },
        new("table, first", [], [Model(Table(Everything), "select 1 as id")]) { Content = CountedContent },
        new("table, replaced", [Model(Table(Everything), "select 1 as id")], [Model(Table(Everything), "select 2 as id")]) { Content = CountedContent },
        new("table, after a view", [Model("materialized='view'", "select 1 as id")], [Model(Table(Counted), "select 2 as id")]) { Content = CountedContent },
        new("table with a contract", [Model(Table(Counted), "select 1 as id")], [Model(Table(Counted + ", contract={'enforced': true}"), "select 2 as id"), ("models/m.yml", "models: [{name: m, columns: [{name: id, data_type: int}]}]")]) { Content = CountedContent },
        new("table with hooks that query", [Model(Table(Counted), "select 1 as id")],
            [Model(Table("post_hook=\"{% if execute %}insert into {{ this.schema }}.audit values ({{ run_query('select count(*) from ' ~ this).columns[0].values()[0] }}){% endif %}\""), "select 2 as id")]) { Content = CountedContent },
        new("table with hooks outside", [Model(Table(Counted), "select 1 as id")],
            [Model(Table("pre_hook={'sql': 'insert into {{ this.schema }}.audit values (1)', 'transaction': false}, post_hook={'sql': 'insert into {{ this.schema }}.audit values (1)', 'transaction': false}"), "select 2 as id")]) { IsOpaque = true },
        new("append", [Model(Incremental("append", Counted), "select 1 as id")], [Model(Incremental("append", Counted), "select 2 as id")]) { Content = CountedContent },
        new("delete+insert", [Model(Incremental("delete+insert", Counted), "select 1 as id, 1 as n")], [Model(Incremental("delete+insert", Counted), "select g as id, 2 as n from generate_series(1, 2) g")]) { Content = CountedContent },
        new("merge", [Model(Incremental("merge", Counted), "select 1 as id, 1 as n")], [Model(Incremental("merge", Counted), "select g as id, 2 as n from generate_series(1, 2) g")]) { Content = CountedContent },
        new("append, full refresh", [Model(Incremental("append", Counted), "select 1 as id")], [Model(Incremental("append", Counted), "select 2 as id")]) { FullRefresh = true, Content = CountedContent },
        new("append with new columns", [Model(Incremental("append", "on_schema_change='append_new_columns'"), "select 1 as id")], [Model(Incremental("append", "on_schema_change='append_new_columns'"), "select 2 as id, 3 as n")]),
        new("microbatch, first", [], [Model(Batches, $"select id, at from {Events}")]) { IsInParts = true },
        new("microbatch, later", [Model(Batches, $"select id, at from {Events}")], [Model(Batches, $"select id + 1 as id, at from {Events}")]) { IsInParts = true },
        new("snapshot, first", [], [Snapshot("select 1 as id, 1 as n")]) { Content = SnapshotContent },
        new("snapshot, later", [Snapshot("select 1 as id, 1 as n")], [Snapshot("select g as id, 2 as n from generate_series(1, 2) g")]) { Content = SnapshotContent },
        new("seed, first", [], [Seed]),
        new("seed, later", [Seed], [OtherSeed]),
        new("seed, full refresh", [Seed], [OtherSeed]) { FullRefresh = true },
        new("materialized view, first", [], [Model("materialized='materialized_view'", "select 1 as id")]),
        new("materialized view, refreshed", [Source(1), Later(Counted)], [Source(2), Later(Counted)]) { Content = CountedContent },
        new("materialized view, refreshed concurrently", [Source(1), Later($"{Counted}, {Unique}")], [Source(2), Later($"{Counted}, {Unique}")]) { Content = CountedContent },
        new("materialized view, rebuilt", [Model("materialized='materialized_view'", "select 1 as id")], [Model("materialized='materialized_view'", "select 2 as id")]) { FullRefresh = true },
        new("a materialization in Jinja, first", [("macros/l.sql", Ledger)], [("macros/l.sql", Ledger), Model($"materialized='ledger', {Counted}", "select 1 as id")]) { Content = CountedContent, IsOpaque = true },
        new("a materialization in Jinja, later", [("macros/l.sql", Ledger), Model($"materialized='ledger', {Counted}", "select 1 as id")], [("macros/l.sql", Ledger), Model($"materialized='ledger', {Counted}", "select 2 as id")]) { Content = CountedContent, IsOpaque = true },
        new("function, first", [], [.. Function("int", 1), Calls]) { IsInParts = true },
        new("function, replaced in place", [.. Function("int", 1), Calls], [.. Function("int", 2), Calls]) { IsInParts = true },
        new("function, exchanged under a view", [.. Function("int", 1), Calls], [.. Function("bigint", 2), Calls]) { IsInParts = true },
        new("tests that one query decides", [], [Model("materialized='view'", "select 1 as id, 'a' as name"), ("models/m.yml", Tests)]) { IsInParts = true },
        new("a test that stores its failures", [], [("tests/m.sql", "{{ config(store_failures=true, schema=none) }}select 1 as id where false")]) { IsOpaque = true },
    ];

    private const string SnapshotContent = "select id, n, dbt_valid_to is null as is_current from m";

    private const string Unique = "indexes=[{'columns': ['id'], 'unique': true}]";

    private static string Table(string config) => $"materialized='table', {config}";

    private static string Incremental(string strategy, string config) => $"materialized='incremental', incremental_strategy='{strategy}', unique_key='id', {config}";

    private static (string, string)[] Function(string type, int result) =>
        [("functions/f.sql", $"select {result}::{type}"), ("functions/f.yml", $"functions: [{{name: f, returns: {{data_type: {type}}}}}]")];

    private static (string, string) Model(string config, string sql) => ("models/m.sql", $"{{{{ config({config}) }}}}{sql}");

    private static (string, string) Snapshot(string sql) =>
        ("snapshots/m.sql", $"{{% snapshot m %}}{{{{ config(unique_key='id', strategy='check', check_cols=['n']) }}}}{sql}{{% endsnapshot %}}");

    /// <summary>What `m` reads: a view that is replaced in place.</summary>
    private static (string, string) Source(int id) => ("models/a.sql", $"{{{{ config(materialized='view') }}}}select {id} as id");

    private static (string, string) Later(string config) => Model($"materialized='materialized_view', {config}", "select * from {{ ref('a') }}");
}
