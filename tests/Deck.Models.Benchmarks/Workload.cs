using System.Collections.Immutable;
using System.Globalization;

namespace Deck.Models.Benchmarks;

/// <summary>Nodes of one kind with little rows, as a project for the tool and as the scripts that a person would send for the same outcome.</summary>
internal sealed record Workload(string Name, string Verb)
{
    private const int RowsOfEvents = 20_000;

    /// <summary>What the nodes read.</summary>
    private static readonly string Events = $"""
        create schema raw;
        create table raw.events as
        select g as id, 'user ' || g % 500 as name, g % 10 as kind, (g % 7)::numeric as amount
        from generate_series(1, {RowsOfEvents}) as g;
        analyze raw.events;
        """;

    /// <summary>Makes what a run begins with; sent before every measured run of either side.</summary>
    public required string Setup { get; init; }

    /// <summary>The content of each model's file by the model's name.</summary>
    public required ImmutableDictionary<string, string> Models { get; init; }

    /// <summary>`models/_schema.yml`.</summary>
    public string? Schema { get; init; }

    /// <summary>One script a node.</summary>
    public required ImmutableArray<string> Scripts { get; init; }

    public static Workload Views(int count) => new($"{count} views", "run")
    {
        Setup = Start(),
        Models = Each("v", count, i => Query(i)),
        Scripts = [.. Numbers(count).Select(i => $"create view bench.v_{i:0000} as {Query(i)};")],
    };

    public static Workload Tables(int count) => new($"{count} tables of {RowsOfEvents / 10} rows", "run")
    {
        Setup = Start(),
        Models = Each("t", count, i => "{{ config(materialized='table') }}\n" + Query(i)),
        Scripts = [.. Numbers(count).Select(i => $"create table bench.t_{i:0000} as {Query(i)};\nanalyze bench.t_{i:0000};")],
    };

    /// <summary>The tables of <see cref="Tables"/> once more: beside the live ones, and swapped.</summary>
    public static Workload TablesAgain(int count)
    {
        Workload first = Tables(count);
        return first with
        {
            Name = $"{first.Name}, replaced",
            Setup = string.Join('\n', [first.Setup, .. first.Scripts]),
            Scripts = [.. Numbers(count).Select(i => $"""
                begin;
                create table bench.t_{i:0000}__new as {Query(i)};
                analyze bench.t_{i:0000}__new;
                alter table bench.t_{i:0000} rename to t_{i:0000}__old;
                alter table bench.t_{i:0000}__new rename to t_{i:0000};
                drop table bench.t_{i:0000}__old;
                commit;
                """)],
        };
    }

    public static Workload Merges(int count) => new($"{count} merges of {RowsOfEvents / 10} rows", "run")
    {
        Setup = string.Join('\n', [Start(), .. Numbers(count).Select(i => $"create table bench.m_{i:0000} as {Query(i)};")]),
        Models = Each("m", count, i => "{{ config(materialized='incremental', unique_key='id', incremental_strategy='merge') }}\n" + Query(i)),
        Scripts = [.. Numbers(count).Select(i => $"""
            begin;
            create temporary table m_{i:0000}__new on commit drop as {Query(i)};
            merge into bench.m_{i:0000} as old using m_{i:0000}__new as new on old.id = new.id
            when matched then update set id = new.id, name = new.name, amount = new.amount
            when not matched then insert (id, name, amount) values (new.id, new.name, new.amount);
            commit;
            """)],
    };

    /// <summary>Five tests of each table.</summary>
    public static Workload Tests(int count)
    {
        Workload tables = Tables(count / 5);
        return tables with
        {
            Name = $"{count} tests of {count / 5} tables",
            Verb = "test",
            Setup = string.Join('\n', [tables.Setup, .. tables.Scripts]),
            Schema = "version: 2\nmodels:\n" + string.Concat(Numbers(count / 5).Select(i => $"""
                  - name: t_{i:0000}
                    columns:
                      - name: id
                        data_tests: [unique, not_null]
                      - name: name
                        data_tests: [not_null]
                      - name: amount
                        data_tests:
                          - not_null
                          - accepted_values:
                              arguments:
                                values: [{string.Join(", ", Enumerable.Range(0, 7))}]
                                quote: false

                """)),
            Scripts = [.. Numbers(count / 5).SelectMany(i => TestsOf($"bench.t_{i:0000}"))],
        };
    }

    private static string Start() => "drop schema if exists bench cascade;\ndrop schema if exists raw cascade;\n" + Events + "\ncreate schema bench;";

    private static string Query(int i) => string.Create(CultureInfo.InvariantCulture, $"select id, name, amount * {i + 1} / {i + 1} as amount from raw.events where kind = {i % 10}");

    private static ImmutableArray<string> TestsOf(string table) =>
    [
        Counted($"select id from {table} where id is not null group by id having count(*) > 1"),
        Counted($"select id from {table} where id is null"),
        Counted($"select name from {table} where name is null"),
        Counted($"select amount from {table} where amount is null"),
        Counted($"select amount from {table} where amount not in ({string.Join(", ", Enumerable.Range(0, 7))}) group by amount"),
    ];

    private static string Counted(string failing) => $"select count(*) as failures, count(*) != 0 as should_warn, count(*) != 0 as should_error from ({failing}) as failing;";

    private static ImmutableDictionary<string, string> Each(string prefix, int count, Func<int, string> model) =>
        Numbers(count).ToImmutableDictionary(i => $"{prefix}_{i:0000}", model);

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);
}
