using Deck.Models.Engine.Reporting;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>Seeds and unit tests whose materialization, or a piece of it, is the project's own.</summary>
public sealed class ScriptSeedTests
{
    private const string Rows = "id,name,at,price,flag\n1,\"O'Brien, 100%\",2026-01-02,1.50,true\n3000000000,,,-2,false\n";

    private const string Read = "select string_agg(concat_ws('|', id, coalesce(name, 'null'), coalesce(at::text, 'null'), price, flag), ' ' order by id) from app.s";

    private const string Loaded = "1|O'Brien, 100%|2026-01-02|1.5|t 3000000000|null|null|-2|f";

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
    public async Task The_projects_own_materialization_of_seeds_may_call_dbts([Values("default", "adapter='postgres'")] string adapter)
    {
        RunResult run = await project.RunAsync(
            ("macros/seed.sql", $"{{% materialization seed, {adapter} %}}{{% do run_query(\"insert into public.log values ('\" ~ load_agate_table().column_names | join(',') ~ load_agate_table().rows[0][3] * 2 ~ \"')\") %}}{{{{ return(dbt.materialization_seed_default()) }}}}{{% endmaterialization %}}"),
            ("seeds/s.csv", Rows));

        Assert.That(run.Results.Select(r => $"{r.Status} {r.Message}"), Is.EqualTo(["Success INSERT 2"]));
        Assert.That(await project.AskAsync("select line from log"), Is.EqualTo("id,name,at,price,flag3.00"));
        Assert.That(await project.AskAsync(Read), Is.EqualTo(Loaded));
    }

    [Test]
    public async Task An_own_way_to_load_rows_may_bind_values()
    {
        (string, string)[] files =
        [
            ("macros/rows.sql", """
                {% macro postgres__load_csv_rows(model, agate_table) %}
                  {% set cells, marks = [], [] %}
                  {% for row in agate_table.rows %}{% do cells.extend(row) %}{% do marks.append('(%s, %s, %s, %s, %s)') %}{% endfor %}
                  {% set sql = 'insert into ' ~ this ~ ' values ' ~ marks | join(', ') %}
                  {% do adapter.add_query(sql, bindings=cells, abridge_sql_log=True) %}
                  {{ return(sql) }}
                {% endmacro %}
                """),
            ("seeds/s.csv", Rows),
        ];
        await project.BuildAsync(files);
        await project.BuildAsync(files);

        Assert.That(await project.AskAsync(Read), Is.EqualTo(Loaded));
        Assert.That(await project.AskAsync("select string_agg(format_type(atttypid, null), ', ' order by attnum) from pg_attribute where attrelid = 'app.s'::regclass and attnum > 0"),
            Is.EqualTo("bigint, text, date, double precision, boolean"));
    }

    [Test]
    public async Task An_own_way_to_create_the_table_counts()
    {
        await project.BuildAsync(
            ("macros/create.sql", "{% macro create_csv_table(model, agate_table) %}{% set sql = 'create table ' ~ this ~ ' (id int, name text, loaded int default 7)' %}{% do run_query(sql) %}{{ return(sql) }}{% endmacro %}"),
            ("seeds/s.csv", "id,name\n1,a\n"));

        Assert.That(await project.AskAsync("select * from app.s"), Is.EqualTo("1, a, 7"));
    }

    [Test]
    public async Task Rows_of_a_seed_can_be_loaded_by_its_materialization_alone() => Assert.That(
        await project.FailAsync(("a", "{% if execute %}{% do load_agate_table() %}{% endif %}select 1 as n")),
        Does.Contain("`load_agate_table` can be called in the materialization of a seed, not in model.shop.a"));

    [TestCase("id: 1, name: a", "Pass")]
    [TestCase("ID: 1, name: b", "Fail")]
    public async Task An_own_materialization_of_unit_tests_may_call_dbts(string expected, string status)
    {
        RunResult run = await project.RunAsync(
            ("macros/unit.sql", "{% materialization unit, default %}{% do run_query(\"insert into public.log values ('\" ~ this.identifier ~ model.config.materialized ~ \"'); commit\") %}{{ return(dbt.materialization_unit_default()) }}{% endmaterialization %}"),
            ("a", "select 1 as id, 'a' as name"),
            ("b", "select id, name from {{ ref('a') }} where id > 0"),
            ("models/u.yml", UnitTest("ref('a')", "id: 1, name: a", expected)));

        Assert.That(Verdict(run), Is.EqualTo($"t {status}"));
        Assert.That(await project.AskAsync("select line from log"), Is.EqualTo("tunit"));
    }

    [Test]
    public async Task An_own_comparison_of_a_unit_test_counts()
    {
        RunResult run = await project.RunAsync(
            ("macros/unit.sql", "{% macro get_unit_test_sql(main_sql, expected_fixture_sql, expected_column_names) %}select 1 as n, 'actual' as actual_or_expected union all select {{ expected_column_names | length }}, 'expected'{% endmacro %}"),
            ("a", "select 1 as id, 'a' as name"),
            ("b", "select id, name from {{ ref('a') }}"),
            ("models/u.yml", UnitTest("ref('a')", "id: 1, name: a", "id: 1, name: a")));

        Assert.That(Verdict(run), Is.EqualTo("t Fail"));
        Assert.That(run.Results.Single(r => r.Node.Name == "t").Message, Does.EndWith("- | 2\n+ | 1"));
    }

    [Test]
    public async Task Own_rows_of_a_unit_test_count_for_inputs_and_expected_ones()
    {
        RunResult run = await project.RunAsync(
            ("macros/cast.sql", "{% macro postgres__safe_cast(field, type) %}{% if type == 'text' %}upper({{ field }}){% else %}cast({{ field }} as {{ type }}){% endif %}{% endmacro %}"),
            ("a", "select 1 as id, 'a' as name, null::varchar(2) as short"),
            ("b", "select id, name || name as name from {{ ref('a') }}"),
            ("models/u.yml", UnitTest("ref('a')", "id: 1, name: it's", "id: 1, name: it'sit's")));

        Assert.That(Verdict(run), Is.EqualTo("t Pass"));
    }

    [Test]
    public async Task Nothing_is_expected_of_dbts_unit_test_where_nothing_is_given()
    {
        RunResult run = await project.RunAsync(
            ("macros/rows.sql", "{% macro validate_fixture_rows(rows, row_number) %}{{ return('') }}{% endmacro %}"),
            ("a", "select 1 as id, 'a' as name"),
            ("b", "select id, name from {{ ref('a') }}"),
            ("models/u.yml", "unit_tests:\n  - name: t\n    model: b\n    given: [{input: \"ref('a')\", rows: []}]\n    expect: {rows: []}\n"));

        Assert.That(Verdict(run), Is.EqualTo("t Pass"));
    }

    private static string UnitTest(string input, string given, string expected) =>
        $"unit_tests:\n  - name: t\n    model: b\n    given: [{{input: \"{input}\", rows: [{{{given}}}]}}]\n    expect: {{rows: [{{{expected}}}]}}\n";

    private static string Verdict(RunResult run) => string.Join(' ', run.Results.Where(r => r.Node.Name == "t").Select(r => $"t {r.Status}{string.Concat(r.Diagnostics.Where(d => r.Status == NodeStatus.Error).Select(d => d.Message))}"));
}
