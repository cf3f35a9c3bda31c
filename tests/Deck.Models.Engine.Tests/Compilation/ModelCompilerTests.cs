using NUnit.Framework;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Text;

namespace Deck.Models.Engine.Tests.Compilation;

/// <summary>Compiling nodes of small projects in memory.</summary>
public sealed class ModelCompilerTests
{
    private static readonly (string, string) Users = ("models/users.sql", "select 1 as id, 'a' as name");

    [Test]
    public void A_ref_becomes_the_quoted_relation()
    {
        CompiledProject project = CompiledProject.Of(Users, ("models/a.sql", "select * from {{ ref('users') }}"));
        Assert.That(project.Sql("a"), Is.EqualTo("select * from \"db\".\"app\".\"users\""));
    }

    [Test]
    public void An_ephemeral_model_goes_before_the_query_in_a_with_of_its_own()
    {
        CompiledProject project = CompiledProject.Of(
            ("models/e.sql", "{{ config(materialized='ephemeral') }}select 1 as id"),
            ("models/a.sql", "{{ config(materialized='view') }}select * from {{ ref('e') }}"));
        Assert.That(project.Sql("a"), Is.EqualTo("with __dbt__cte__e as (\nselect 1 as id\n)select * from __dbt__cte__e"));
    }

    [Test]
    public void Ephemeral_models_join_a_with_that_is_there_each_behind_what_it_reads()
    {
        CompiledProject project = CompiledProject.Of(
            ("models/one.sql", "{{ config(materialized='ephemeral') }}select 1 as id"),
            ("models/two.sql", "{{ config(materialized='ephemeral') }}select * from {{ ref('one') }}"),
            ("models/a.sql", "-- with a comment\nWITH RECURSIVE x as (select * from {{ ref('two') }}) select * from x, {{ ref('one') }}"));
        Assert.That(project.Sql("a"), Is.EqualTo(
            "-- with a comment\nWITH RECURSIVE __dbt__cte__one as (\nselect 1 as id\n),  __dbt__cte__two as (\nselect * from __dbt__cte__one\n), "
            + "x as (select * from __dbt__cte__two) select * from x, __dbt__cte__one"));
    }

    [Test]
    public void A_position_in_an_ephemeral_models_query_leads_to_its_own_file()
    {
        CompiledProject project = CompiledProject.Of(
            ("models/e.sql", "{{ config(materialized='ephemeral') }}\nselect broken from t"),
            ("models/a.sql", "select *\nfrom {{ ref('e') }}\nwhere wrong"));
        Assert.That(project.Compile("a").Succeeded(out CompiledModel? compiled), Is.True);
        Assert.Multiple(() =>
        {
            Assert.That($"{compiled!.Map.OriginOf(compiled.Sql.IndexOf("broken", StringComparison.Ordinal))}", Is.EqualTo("models/e.sql:2:8"));
            Assert.That($"{compiled.Map.OriginOf(compiled.Sql.IndexOf("wrong", StringComparison.Ordinal))}", Is.EqualTo("models/a.sql:3:7"));
        });
    }

    [Test]
    public void A_packages_macro_may_have_a_private_name()
    {
        CompiledProject project = CompiledProject.Of(
            ("macros/m.sql", "{% macro _secret() %}1{% endmacro %}"),
            ("models/a.sql", "select {{ shop._secret() }}, {{ shop['_secret']() }}"));
        Assert.That(project.Sql("a"), Is.EqualTo("select 1, 1"));
    }

    [Test]
    public void Variables_that_are_texts_are_rendered_again()
    {
        CompiledProject project = CompiledProject.Of(("models/a.sql", "select {{ var('limit') + 1 }}, {{ var('nested') }}, {{ var('other', 'x') }}"));
        Assert.That(project.Sql("a"), Is.EqualTo("select 8, 2, x"));
    }

    [Test]
    public void A_missing_variable_is_an_error_at_its_name()
    {
        CompiledProject project = CompiledProject.Of(("models/a.sql", "select {{ var('limits') if execute }}"));
        Assert.That(project.Error("a"), Does.StartWith("models/a.sql:1:11: error DECK0331: variable `limits` is not defined and has no default").And.Contain("did you mean `limit`?"));
    }

    [Test]
    public void A_ref_that_only_compiling_meets_is_explained()
    {
        CompiledProject project = CompiledProject.Of(Users, ("models/a.sql", "{% if execute %}select * from {{ ref('users') }}{% endif %}"));
        Assert.That(project.Error("a"), Does.Contain("DECK0603").And.Contain("-- depends_on: {{ ref('users') }}"));
    }

    [Test]
    public void An_undefined_macro_gets_a_suggestion()
    {
        CompiledProject project = CompiledProject.Of(
            ("macros/m.sql", "{% macro cents(x) %}{{ x }} / 100{% endmacro %}"),
            ("models/a.sql", "select\n  {{ cent(1) if execute }}"));
        Assert.That(project.Error("a"), Does.StartWith("models/a.sql:2:6: error").And.Contain("`cents`"));
    }

    [Test]
    public void A_macros_own_error_names_the_place_and_the_calls_that_led_there()
    {
        CompiledProject project = CompiledProject.Of(
            ("macros/m.sql", "{% macro check(x) %}\n  {{ exceptions.raise_compiler_error('no ' ~ x) if execute }}\n{% endmacro %}"),
            ("models/a.sql", "select 1\n{{ check('way') }}"));
        Assert.That(project.Error("a"), Does.StartWith("macros/m.sql:2:6: error DECK0610: no way").And.Contain("models/a.sql:2:4"));
    }

    [Test]
    public void A_query_that_the_database_refuses_keeps_the_servers_words()
    {
        FakeIntrospection database = new FakeIntrospection().Fails("nowhere", new DatabaseError { SqlState = "42P01", Message = "relation \"nowhere\" does not exist", Hint = "create it" });
        CompiledProject project = CompiledProject.Of(("models/a.sql", "{% set t = run_query('select 1 from nowhere') %}select 1"));
        Assert.That(project.Error("a", database), Does.Contain("DECK0650").And.Contain("(SQLSTATE 42P01)").And.Contain("hint: create it").And.Contain("models/a.sql:1:"));
    }

    [Test]
    public void Results_of_queries_can_be_walked_by_row_and_column()
    {
        FakeIntrospection database = new FakeIntrospection().When("from kinds", "kind text, n int8", ["deck", "3"], ["card", null]);
        CompiledProject project = CompiledProject.Of(("models/a.sql", """
            {%- set kinds = run_query('select kind, n from kinds') -%}
            {%- for row in kinds %}{{ row.kind }}={{ row['n'] }};{% endfor %}
            {%- if execute %} {{ kinds.columns[0].values() }} {{ kinds.columns.n.values() }}{% endif -%}
            """));
        Assert.That(project.Sql("a", database), Is.EqualTo("deck=3;card=None; ('deck', 'card') (3, None)"));
    }

    [Test]
    public void An_incremental_model_asks_whether_its_table_is_there()
    {
        CompiledProject project = CompiledProject.Of(("models/a.sql", "{{ config(materialized='incremental') }}select 1{% if is_incremental() %} where new{% endif %}"));
        Assert.Multiple(() =>
        {
            Assert.That(project.Sql("a", new FakeIntrospection()), Is.EqualTo("select 1"));
            Assert.That(project.Sql("a", new FakeIntrospection().When("pg_class", "relkind char", ["r"])), Is.EqualTo("select 1 where new"));
        });
    }

    [Test]
    public void Hooks_are_rendered_with_this()
    {
        CompiledProject project = CompiledProject.Of(("models/a.sql", "{{ config(post_hook=[\"analyze {{ this }}\", {'sql': 'vacuum', 'transaction': false}]) }}select 1"));
        Assert.That(project.Compile("a").Succeeded(out CompiledModel? compiled), Is.True);
        Assert.That(compiled!.PostHooks.Known, Is.EqualTo(new[] { new CompiledHook("analyze \"db\".\"app\".\"a\"", true), new CompiledHook("vacuum", false) }));
    }

    [Test]
    public void A_log_reaches_the_observer()
    {
        CompiledProject project = CompiledProject.Of(("models/a.sql", "{{ log('hello', info=true) }}select 1"));
        project.Sql("a");
        Assert.That(project.Events, Has.One.Matches<RunEvent>(e => e is MessageLogged { Text: "hello", ToUser: true }));
    }

    [Test]
    public void A_generic_test_runs_on_the_part_that_where_leaves()
    {
        CompiledProject project = CompiledProject.Of(Users, ("models/_schema.yml", """
            models:
              - name: users
                columns:
                  - name: id
                    data_tests:
                      - not_null: {config: {where: "id > 1"}}
                      - accepted_values: {arguments: {values: [1, 2], quote: false}}
            """));
        Assert.Multiple(() =>
        {
            Assert.That(Words(project.Sql("not_null_users_id")), Is.EqualTo("select id from (select * from \"db\".\"app\".\"users\" where id > 1) dbt_subquery where id is null"));
            Assert.That(Words(project.Sql("accepted_values_users_id__False__1__2")), Does.EndWith("where value_field not in ( 1, 2 )"));
        });
    }

    [Test]
    public void A_tests_query_counts_and_judges()
    {
        CompiledProject project = CompiledProject.Of(("tests/t.sql", "{{ config(severity='warn', warn_if='> 2', limit=9) }}select 1"));
        Assert.That(project.Compile("t").Succeeded(out CompiledModel? compiled), Is.True);
        TestQuery query = TestQuery.Of(compiled!, storeFailures: false);
        Assert.Multiple(() =>
        {
            Assert.That(Words(query.Sql), Is.EqualTo("select count(*) as failures, count(*) > 2 as should_warn, count(*) != 0 as should_error from ( select 1 limit 9 ) dbt_internal_test"));
            Assert.That(query.Sql[query.ModelOffset!.Value..], Does.StartWith("select 1"));
        });
    }

    [Test]
    public void A_database_error_points_at_the_word_in_the_model()
    {
        CompiledProject project = CompiledProject.Of(Users, ("models/a.sql", "select id,\n  nme\nfrom {{ ref('users') }}"));
        Assert.That(project.Compile("a").Succeeded(out CompiledModel? compiled), Is.True);
        int position = "create view x as ".Length + compiled!.Sql.IndexOf("nme", StringComparison.Ordinal);
        DatabaseError error = new() { SqlState = "42703", Message = "column \"nme\" does not exist", Hint = "Perhaps you meant \"name\".", Position = position };
        string text = DiagnosticFormatter.Format(DatabaseDiagnostics.Describe(error, compiled, "create view x as ".Length));
        Assert.That(text, Is.EqualTo("""
            models/a.sql:2:3: error DECK0652: column "nme" does not exist (SQLSTATE 42703)
              2 |   nme
                |   ^^^
            hint: Perhaps you meant "name".
            """.ReplaceLineEndings("\n")));
    }

    private static string Words(string sql) => string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
