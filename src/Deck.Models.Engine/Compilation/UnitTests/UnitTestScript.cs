using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Compilation.Context.References;
using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.UnitTests;

/// <summary>A unit test for a materialization that is written in Jinja, and the rows of its inputs by dbt's macros.</summary>
internal static class UnitTestScript
{
    private static readonly string[] Configs = ["materialized", "expected_rows", "expected_sql"];

    /// <summary>
    /// The test as dbt gives it to its materialization `unit`: `sql` is the tested model's query on the given rows, and the expected ones are its configs
    /// `expected_rows` and `expected_sql`. The test's overrides count for the model only.
    /// </summary>
    public static CompiledModel Prepare(UnitTestNode test, RenderedText actual, CompilationScope compilation)
    {
        ExecuteScope scope = new(test, compilation, new ManifestReferences(compilation.Session.References));
        scope.SetConfig(Configs[0], Value.Of("unit"));
        scope.SetConfig(Configs[1], Value.List(test.Expect.Rows.Select(r => Clean(r, test.Expect))));
        scope.SetConfig(Configs[2], test.Expect.Sql is { } sql ? Value.Of(sql) : Value.None);
        scope.Model.Set("config", new DictValue(Configs.Select(key => KeyValuePair.Create(key, scope.TryGetConfig(key, out Value? value) ? value : Value.None))));
        scope.Model.Set("alias", Value.Of(test.Name));
        scope.Model.Set("tested_node_unique_id", Value.Of(test.Model.Value));
        scope.Put("this", scope.This is RelationValue relation ? relation.With(identifier: test.Name) : Value.None);
        scope.Put("sql", Value.Of(actual.Text));
        scope.Put("compiled_code", Value.Of(actual.Text));
        return new CompiledModel(test, actual.Text, actual.Map, [], PostHooks.None) { Macros = NodeMacros.Of(scope, actual.Text) };
    }

    /// <summary>An input's rows as `get_fixture_sql` writes them, which asks the database for the columns of the node that they stand for.</summary>
    public static string FixtureOf(Node node, UnitTestRows rows, CompilationScope compilation)
    {
        ExecuteScope scope = new(node, compilation, new ManifestReferences(compilation.Session.References));
        return scope.CallMacro("get_fixture_sql", new("rows", Value.List(rows.Rows.Select(r => Clean(r, rows)))), new("column_name_to_data_types", Value.None)).ToText();
    }

    /// <summary>An empty field of a CSV text is null.</summary>
    private static DictValue Clean(DictValue row, UnitTestRows rows) => new(row.Entries.Select(e => KeyValuePair.Create(e.Key.ToText(), FixtureSql.Cell(row, e.Key.ToText(), rows))));
}
