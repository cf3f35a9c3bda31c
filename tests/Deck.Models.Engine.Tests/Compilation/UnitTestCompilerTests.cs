using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Compilation;

/// <summary>Unit tests: rows as queries, the comparison and its outcome.</summary>
public sealed class UnitTestCompilerTests
{
    private static readonly (string, string)[] Files =
    [
        ("models/users.sql", "select 1 as id, 'a' as name"),
        ("models/totals.sql", "select count(*) as users, max(name) as last_name from {{ ref('users') }} where id > {{ var('limit') }}"),
        ("models/_schema.yml", """
            unit_tests:
              - name: counts_users
                model: totals
                overrides: {vars: {limit: 0}}
                given:
                  - input: ref('users')
                    rows:
                      - {id: 1, name: "it's"}
                      - {id: 2}
                expect:
                  rows:
                    - {users: 2}
            """),
    ];

    [Test]
    public void The_models_inputs_are_its_rows_cast_to_the_relations_types()
    {
        FakeIntrospection database = Database();
        Assert.That(CompiledProject.Of(Files).Sql("counts_users", database).ReplaceLineEndings("\n"), Is.EqualTo("""
            select
                'actual' as actual_or_expected,
                "users"
            from (
            with __dbt__cte__users as (
            select
                cast(1 as integer) as "id",
                cast('it''s' as character varying(9)) as "name"
            union all
            select
                cast(2 as integer) as "id",
                cast(null as character varying(9)) as "name"
            )select count(*) as users, max(name) as last_name from __dbt__cte__users where id > 0
            ) as dbt_internal_unit_test_actual
            union all
            select
                'expected' as actual_or_expected,
                "users"
            from (
            select
                cast(2 as bigint) as "users"
            ) as dbt_internal_unit_test_expected
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void A_column_that_the_input_lacks_is_an_error_with_a_suggestion()
    {
        (string, string)[] files = [.. Files[..2], ("models/_schema.yml", Files[2].Item2.Replace("{id: 2}", "{id: 2, nam: x}"))];
        Assert.That(CompiledProject.Of(files).Error("counts_users", Database()), Does.Contain("DECK0621").And.Contain("`users` has no column `nam`").And.Contain("did you mean `name`?"));
    }

    [Test]
    public void Without_a_connection_the_values_decide_the_types()
    {
        Assert.That(CompiledProject.Of(Files).Sql("counts_users"), Does.Contain("cast(1 as bigint) as \"id\"").And.Contain("cast(null as text) as \"name\""));
    }

    [Test]
    public void An_input_without_rows_is_named()
    {
        (string, string)[] files = [.. Files[..2], ("models/_schema.yml", Files[2].Item2.Replace("ref('users')", "ref('totals')"))];
        Assert.That(CompiledProject.Of(files).Error("counts_users", Database()), Does.Contain("DECK0620").And.Contain("`ref('users')`"));
    }

    [Test]
    public void Rows_are_compared_as_multisets_and_numbers_by_value()
    {
        UnitTestDifference difference = UnitTestDifference.Of(Result(["actual", "a", "1.50"], ["actual", "b", "2"], ["actual", "b", "2"], ["expected", "a", "1.5"], ["expected", "b", "2.0"], ["expected", "c", null]));
        Assert.Multiple(() =>
        {
            Assert.That(difference.IsEmpty, Is.False);
            Assert.That(difference.Missing, Has.Length.EqualTo(1));
            Assert.That(difference.Unexpected, Has.Length.EqualTo(1));
            Assert.That(difference.Format(), Is.EqualTo("  | name | n\n- | c    | null\n+ | b    | 2"));
        });
    }

    [Test]
    public void A_row_that_differs_in_a_cell_shows_both_values()
    {
        UnitTestDifference difference = UnitTestDifference.Of(Result(["actual", "a", "1"], ["expected", "a", "2"]));
        Assert.That(difference.Format(), Is.EqualTo("  | name | n\n→ | a    | 2 → 1"));
    }

    private static QueryResult Result(params string?[][] rows) =>
        new([new QueryColumn("actual_or_expected", "text"), new QueryColumn("name", "text"), new QueryColumn("n", "numeric")], rows, $"SELECT {rows.Length}");

    private static FakeIntrospection Database() => new FakeIntrospection()
        .When("to_regclass", "attname name, format_type text", ["id", "integer"], ["name", "character varying(9)"])
        .When("dbt_internal_unit_test limit 0", "users int8, last_name varchar");
}
