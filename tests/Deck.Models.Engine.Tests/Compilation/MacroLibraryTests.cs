using System.Runtime.CompilerServices;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Compilation;

/// <summary>The embedded macro library: every macro parses, and those that write SQL write it for PostgreSQL.</summary>
public sealed class MacroLibraryTests
{
    [Test]
    public void Every_macro_parses()
    {
        CompiledProject project = CompiledProject.Of(("models/a.sql", "select 1"));
        string[] broken = [.. project.Manifest.Macros.All.Where(m => m.Template.HasErrors).Select(m => CompiledProject.Describe(m.Template.Diagnostics))];
        Assert.That(broken, Is.Empty);
        Assert.That(project.Manifest.Macros.All.Count(m => m.PackageName == MacroRegistry.InternalPackage), Is.GreaterThan(150));
    }

    /// <summary>dbt_macros.txt lists what dbt's own library offers, names and parameters.</summary>
    [Test]
    public void A_macro_that_packages_call_has_dbts_parameters()
    {
        CompiledProject project = CompiledProject.Of(("models/a.sql", "select 1"));
        Dictionary<string, string> ours = project.Manifest.Macros.All
            .Where(m => m.PackageName == MacroRegistry.InternalPackage)
            .ToDictionary(m => m.Name, m => $"{m.Name}({string.Join(", ", m.Template.Value!.MacroParameters.Select(p => p.Name))})");

        Assert.That(File.ReadLines(SignaturesPath()).Where(s => ours.GetValueOrDefault(s[..s.IndexOf('(')]) != s), Is.Empty);
    }

    [TestCase("dbt.get_rename_view_sql(this, 'b')", "alter view \"db\".\"app\".\"a\" rename to \"b\"")]
    [TestCase("dbt.get_replace_view_sql(this, 'select 1') | replace('\n', '') | replace('  ', ' ')", "create or replace view \"db\".\"app\".\"a\" as ( select 1 )")]
    [TestCase("dbt.snapshot_hash_arguments(['a', 'b'])", "md5(coalesce(cast(a as varchar ), '') || '|' || coalesce(cast(b as varchar ), ''))")]
    [TestCase("dbt.unique_key_join_on(['a', 'b'], 's', 't')", "s.dbt_unique_key_1 = t.dbt_unique_key_1 and s.dbt_unique_key_2 = t.dbt_unique_key_2")]
    [TestCase("dbt.unique_key_fields('id')", "id as dbt_unique_key")]
    [TestCase("dbt.dates_in_range('20240228', '20240301')", "['20240228', '20240229', '20240301']")]
    [TestCase("dbt.partition_range('20240228')", "['20240228']")]
    [TestCase("dbt.incremental_validate_on_schema_change('fail')", "fail")]
    [TestCase("dbt.get_merge_unique_key_match('a.id', 'b.id')", "a.id = b.id")]
    [TestCase("dbt.format_row({'id': 1, 'name': \"o'x\"}, {'id': 'int', 'name': 'text'})['name']", "cast('o''x' as text)")]
    [TestCase("config.set('unique_key', 'id') ~ config.set('updated_at', 'ts') ~ dbt.strategy_dispatch('timestamp')(model, 's', 't', {}, true)['row_changed'] if execute", "(s.dbt_valid_from < t.ts)")]
    [TestCase("dbt.generate_latest_version_pointer_alias(none, model)", "a")]
    public void A_piece_of_a_materialization_is_written_for_postgres(string call, string expected)
    {
        CompiledProject project = CompiledProject.Of(("models/a.sql", $"{{{{ {call} }}}}"));
        Assert.That(project.Sql("a").Trim(), Is.EqualTo(expected));
    }

    [TestCase("dbt.dateadd('day', 1, 'x')", "x + ((interval '1 day') * (1))")]
    [TestCase("dbt.dateadd('quarter', 2, 'x')", "x + ((interval '3 month') * (2))")]
    [TestCase("dbt.datediff('a', 'b', 'day')", "((b)::date - (a)::date)")]
    [TestCase("dbt.date_trunc('month', 'x')", "date_trunc('month', x)")]
    [TestCase("dbt.concat(['a', 'b'])", "a || b")]
    [TestCase("dbt.hash('a')", "md5(cast(a as TEXT))")]
    [TestCase("dbt.safe_cast('a', api.Column.translate_type('string'))", "cast(a as TEXT)")]
    [TestCase("dbt.listagg('a', \"'|'\", 'order by b')", "string_agg(a, '|' order by b)")]
    [TestCase("dbt.type_timestamp()", "timestamp")]
    [TestCase("dbt.type_string()", "TEXT")]
    [TestCase("dbt.type_numeric()", "numeric(28,6)")]
    [TestCase("dbt.any_value('a')", "min(a)")]
    [TestCase("dbt.split_part('a', \"','\", 2)", "split_part(a, ',', 2)")]
    [TestCase("dbt.string_literal(dbt.escape_single_quotes(\"it's\"))", "'it''s'")]
    [TestCase("dbt.current_timestamp()", "now()")]
    [TestCase("dbt.array_construct([1, 2])", "array[ 1, 2 ]")]
    [TestCase("dbt.equals('a', 'b')", "(a = b)")]
    [TestCase("dbt.last_day('x', 'month')", "cast(date_trunc('month', x) + ((interval '1 month') * (1)) + ((interval '1 day') * (-1)) as date)")]
    public void A_function_of_every_database_is_written_for_this_one(string call, string expected)
    {
        CompiledProject project = CompiledProject.Of(("models/a.sql", $"{{{{ {call} }}}}"));
        Assert.That(project.Sql("a").Trim(), Is.EqualTo(expected));
    }

    [Test]
    public void A_projects_own_implementation_wins_in_a_dispatch()
    {
        CompiledProject project = CompiledProject.Of(
            ("macros/m.sql", "{% macro default__concat(fields) %}mine{% endmacro %}"),
            ("models/a.sql", "{{ concat(['a']) }}"));
        Assert.That(project.Sql("a"), Is.EqualTo("mine"));
    }

    [Test]
    public void A_dispatch_without_an_implementation_says_where_it_looked()
    {
        CompiledProject project = CompiledProject.Of(("models/a.sql", "{{ adapter.dispatch('concatt', 'shop')() if execute }}"));
        Assert.That(project.Error("a"), Does.Contain("In dispatch: No macro named 'concatt' found within namespace: 'shop'")
            .And.Contain("'shop.postgres__concatt', 'shop.default__concatt'").And.Contain("did you mean `concat`?"));
    }

    [Test]
    public void Columns_of_a_relation_come_from_the_catalog()
    {
        FakeIntrospection database = new FakeIntrospection().When(
            "pg_attribute", "column_name name, data_type text, size int4, p int4, s int4", ["id", "integer", null, null, null], ["price", "numeric", null, "10", "2"]);
        CompiledProject project = CompiledProject.Of(("models/a.sql", "{% if execute %}{% for c in adapter.get_columns_in_relation(this) %}{{ c.quoted }} {{ c.data_type }};{% endfor %}{% endif %}"));
        Assert.That(project.Sql("a", database), Is.EqualTo("\"id\" integer;\"price\" numeric(10,2);"));
    }

    private static string SignaturesPath([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "dbt_macros.txt");
}
