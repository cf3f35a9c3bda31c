using System.Text;

namespace Deck.Models.Benchmarks;

/// <summary>The statements that put the relations of <see cref="GeneratedProject.WriteEmptyBodied"/> into place by hand.</summary>
internal sealed record EmptyBodiedDdl(int Views, int Tables)
{
    private const string Body = "select 1 as id, 'a'::text as name where false";

    /// <summary>Into an empty database; every relation in a transaction of its own, as the engine does.</summary>
    public string First { get; } = Write(Views, Tables, name => $"create table bench.{name} as {Body};");

    /// <summary>Over the relations that are there: views are replaced, tables built beside the live one and swapped.</summary>
    public string Later { get; } = Write(Views, Tables, name => $"""
        begin;
        create table bench.{name}__new as {Body};
        alter table bench.{name} rename to {name}__old;
        alter table bench.{name}__new rename to {name};
        drop table bench.{name}__old;
        commit;
        """);

    private static string Write(int views, int tables, Func<string, string> table)
    {
        StringBuilder sql = new();
        sql.AppendLine("create schema if not exists bench;");
        for (int i = 0; i < views; i++)
        {
            sql.AppendLine($"create or replace view bench.v_{i:0000} as {Body};");
        }

        for (int i = 0; i < tables; i++)
        {
            sql.AppendLine(table($"t_{i:0000}"));
        }

        return sql.ToString();
    }
}
