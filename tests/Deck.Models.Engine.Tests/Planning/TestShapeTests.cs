using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning.Fusing;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Planning;

/// <summary>Which compiled tests can be counted beside others.</summary>
public sealed class TestShapeTests
{
    private const string Unique = "select id as unique_field, count(*) as n_records from app.t where id is not null group by id having count(*) > 1";
    private const string Values = "with all_values as (select id as value_field, count(*) as n_records from app.t group by id) select * from all_values where value_field not in ";

    [TestCase("select id\nfrom \"app\".\"t\"\nwhere id is null", "Rows `id is null` of `\"app\".\"t\"`")]
    [TestCase("SELECT * FROM t WHERE a = ';' or b is distinct from c", "Rows `a = ';' or b is distinct from c` of `t`")]
    [TestCase("select 1 from app.t where not(substring(a from 1 for 2) = '--')", "Rows `not(substring(a from 1 for 2) = '--')` of `app.t`")]
    [TestCase("select lower(a) from (select * from app.t where x or y) dbt_subquery where lower(a) is null", "Rows `lower(a) is null` of `app.t` where `x or y`")]
    [TestCase(Unique, "Unique `id` of `app.t`")]
    [TestCase(Values + "('a', 'it''s')", "Values `(id) not in ('a', 'it''s')` of `app.t`")]
    [TestCase(Values + "(1, -2, null, true)", "Values `(id) not in (1, -2, null, true)` of `app.t`")]
    public void A_test_of_a_known_shape_is_a_count(string sql, string expected)
    {
        FusableTest? found = Find(sql);

        Assert.That($"{found?.Kind} `{found?.Expression}` of `{found?.Rows.Relation}`{(found?.Rows.Condition is { } where ? $" where `{where}`" : "")}", Is.EqualTo(expected));
    }

    [TestCase("select name from app.t where id is null", TestName = "Columns that the condition does not name may be missing")]
    [TestCase("select count(*) from app.t where a", TestName = "An aggregate gives one row")]
    [TestCase("select 1 from app.t where a group by b", TestName = "Groups are no rows")]
    [TestCase("select 1 from app.t where a limit 3", TestName = "A limit")]
    [TestCase("select 1 from app.t where a union all select 1 from app.u where b", TestName = "Two queries")]
    [TestCase("select 1 from app.t where a in (select b from app.u)", TestName = "A subquery may be planned as a join")]
    [TestCase("select 1 from app.t, app.u where a", TestName = "Two relations")]
    [TestCase("select 1 from app.t as x where x.a", TestName = "An alias")]
    [TestCase("select 1 from app.t where a -- and b", TestName = "A comment")]
    [TestCase("select 1 from app.t where a = /* b */ c", TestName = "A block comment")]
    [TestCase("select 1 from app.t where a; drop table app.t", TestName = "Two statements")]
    [TestCase("select 1 from app.t where a = E'b'", TestName = "A literal with a prefix")]
    [TestCase("select 1 from app.t where a = 'b\\'", TestName = "A backslash")]
    [TestCase("select 1 from app.t where a = $x$b$x$", TestName = "Dollar quotes")]
    [TestCase("select 1 from app.t where a = 'b", TestName = "A quote that does not end")]
    [TestCase("select 1 from app.t where a) or (b", TestName = "Parentheses that close what they have not opened")]
    [TestCase("select 1 from (select * from app.t where a limit 3) dbt_subquery where b", TestName = "A limit in where")]
    [TestCase("select 1 from (select * from app.t where a) dbt_subquery where t.b", TestName = "The relation's name, which its rows have not")]
    [TestCase("select ctid from (select * from app.t where a) dbt_subquery where ctid is null", TestName = "A system column")]
    [TestCase("select 1 as unique_field, count(*) as n_records from app.t where 1 is not null group by 1 having count(*) > 1", TestName = "A number to group by is a place")]
    [TestCase("select id as unique_field, count(*) as n_records from app.t where id is not null group by id having count(*) > 2", TestName = "Another unique")]
    [TestCase(Values + "(id)", TestName = "A name in the list")]
    [TestCase(Values + "()", TestName = "An empty list")]
    [TestCase(Values + "('a') and n_records > 1", TestName = "More than a list")]
    [TestCase("", TestName = "Nothing")]
    public void Any_other_test_runs_by_itself(string sql) => Assert.That(Find(sql), Is.Null);

    [TestCase("fail_calc: count( * ), limit: 5, error_if: '>2', warn_if: ' <> 0'", 7, "5 t t")]
    [TestCase("error_if: '>= 10', warn_if: '< 1'", 0, "0 t f")]
    [TestCase("error_if: '= 1', warn_if: '<= 1'", 1, "1 t t")]
    [TestCase("limit: 0", 7, "0 f f")]
    [TestCase("fail_calc: sum(n)", 0, null)]
    [TestCase("error_if: between 1 and 3", 0, null)]
    [TestCase("warn_if: '> 1 or true'", 0, null)]
    public void Plain_configs_make_a_verdict_of_a_count(string config, long count, string? expected)
    {
        string?[]? row = Find("select 1 from app.t where a", config)?.Verdict.Answer(count).Rows[0];

        Assert.That(row is null ? null : string.Join(' ', row), Is.EqualTo(expected));
    }

    private static FusableTest? Find(string sql, string config = "severity: error")
    {
        PlannedProject project = PlannedProject.Of(
            "test",
            ("models/users.sql", "select 1 as id"),
            ("models/schema.yml", $"models: [{{name: users, data_tests: [{{not_null: {{name: sample, column_name: id, config: {{{config}}}}}}}]}}]"));
        CompiledModel test = project.Compile("sample");
        return TestShape.Find(test with { Sql = sql });
    }
}
