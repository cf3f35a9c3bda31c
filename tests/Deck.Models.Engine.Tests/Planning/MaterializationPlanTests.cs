using System.Text.RegularExpressions;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Testing.Cases;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Planning;

/// <summary>The statements that build a relation, without a server.</summary>
public sealed class MaterializationPlanTests
{
    private const string Turn = "select pg_advisory_xact_lock(hashtext('deckmodel turn'), hashtext('\"analytics\".\"a\"'))";

    [Test]
    public void A_view_is_replaced_in_place_and_swapped_where_its_columns_do_not_allow_it()
    {
        MaterializationPlan plan = Plan("materialized='view'", RelationKind.View);

        Assert.That(Print(plan), Is.EqualTo($"begin;\n{Turn};\nset local lock_timeout = '300ms';\ncreate or replace view \"analytics\".\"a\" as (\nselect 1 as id\n);\ncommit;\n"));
        Assert.That(plan.Alternative?.States, Does.Contain("42P16"));
        Assert.That(Print(plan.Alternative!.Steps()), Does.StartWith($"begin;\n{Turn};\ncreate view \"analytics\".\"a__dbt_tmp\" as (\nselect 1 as id\n);\ndo $deckmodel$"));
    }

    [Test]
    public void A_view_takes_the_place_of_a_table() =>
        Assert.That(Print(Plan("materialized='view'", RelationKind.Table)), Does.Contain("alter view \"analytics\".\"a__dbt_tmp\" rename to \"a\""));

    [Test]
    public void A_new_table_is_created_under_its_name() => Assert.That(Print(Plan("materialized='table'", null)), Is.EqualTo($"""
        begin;
        {Turn};
        create table "analytics"."a" as (
        select 1 as id
        );
        analyze "analytics"."a";
        commit;

        """));

    [Test]
    public void A_table_is_built_beside_the_live_one_with_its_indexes()
    {
        string text = Print(Plan("materialized='table', unlogged=true, indexes=[{'columns': ['id'], 'unique': true, 'type': 'btree'}]", RelationKind.Table));

        Assert.That(text, Does.Match($$"""
            ^begin;
            {{Regex.Escape(Turn)}};
            create unlogged table "analytics"."a__dbt_tmp" as \(
            select 1 as id
            \);
            create unique index "a_id_[0-9a-f]{8}_idx__dbt_tmp" on "analytics"."a__dbt_tmp" using btree \(id\);
            analyze "analytics"."a__dbt_tmp";
            do \$deckmodel\$
            """.ReplaceLineEndings("\n")));
        Assert.That(text, Does.Match("""
            \$deckmodel\$;
            alter index "analytics"."a_id_[0-9a-f]{8}_idx__dbt_tmp" rename to "a_id_[0-9a-f]{8}_idx";
            commit;
            $
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void What_is_left_under_the_temporary_name_goes_first() =>
        Assert.That(
            Print(Plan("materialized='table'", RelationKind.Table, new MaterializationOptions { Leftover = new ExistingRelation("analytics", "a__dbt_tmp", RelationKind.View) })),
            Does.StartWith($"begin;\n{Turn};\ndrop view if exists \"analytics\".\"a__dbt_tmp\";\n"));

    [TestCase("", "insert into \"analytics\".\"a\" (\"id\", \"n\")\nselect \"id\", \"n\"\nfrom pg_temp.\"a__dbt_tmp\"")]
    [TestCase(
        ", unique_key='id'",
        "delete from \"analytics\".\"a\" as DBT_INTERNAL_DEST\nusing pg_temp.\"a__dbt_tmp\" as DBT_INTERNAL_SOURCE\nwhere DBT_INTERNAL_SOURCE.id = DBT_INTERNAL_DEST.id;\n"
        + "insert into \"analytics\".\"a\" (\"id\", \"n\")\nselect \"id\", \"n\"\nfrom pg_temp.\"a__dbt_tmp\"")]
    [TestCase(
        ", unique_key=['id', 'n'], incremental_predicates=['n > 3']",
        "delete from \"analytics\".\"a\" as DBT_INTERNAL_DEST\n"
        + "where (id, n) in (select id, n from pg_temp.\"a__dbt_tmp\" as DBT_INTERNAL_SOURCE)\n  and (n > 3);\n"
        + "insert into \"analytics\".\"a\" (\"id\", \"n\")\nselect \"id\", \"n\"\nfrom pg_temp.\"a__dbt_tmp\"")]
    [TestCase(
        ", unique_key='id || n'",
        "delete from \"analytics\".\"a\" as DBT_INTERNAL_DEST\nwhere (id || n) in (select id || n from pg_temp.\"a__dbt_tmp\" as DBT_INTERNAL_SOURCE);\n"
        + "insert into \"analytics\".\"a\" (\"id\", \"n\")\nselect \"id\", \"n\"\nfrom pg_temp.\"a__dbt_tmp\"")]
    [TestCase(
        ", incremental_strategy='merge', unique_key='id', merge_exclude_columns=['ID']",
        "merge into \"analytics\".\"a\" as DBT_INTERNAL_DEST\nusing pg_temp.\"a__dbt_tmp\" as DBT_INTERNAL_SOURCE\non DBT_INTERNAL_SOURCE.id = DBT_INTERNAL_DEST.id\n"
        + "when matched then update set \"n\" = DBT_INTERNAL_SOURCE.\"n\"\nwhen not matched then insert (\"id\", \"n\")\nvalues (DBT_INTERNAL_SOURCE.\"id\", DBT_INTERNAL_SOURCE.\"n\")")]
    [TestCase(
        ", incremental_strategy='merge'",
        "merge into \"analytics\".\"a\" as DBT_INTERNAL_DEST\nusing pg_temp.\"a__dbt_tmp\" as DBT_INTERNAL_SOURCE\non false\n"
        + "when not matched then insert (\"id\", \"n\")\nvalues (DBT_INTERNAL_SOURCE.\"id\", DBT_INTERNAL_SOURCE.\"n\")")]
    public void New_rows_enter_an_incremental_model_by_its_strategy(string config, string expected)
    {
        MaterializationPlan plan = Plan($"materialized='incremental'{config}", RelationKind.Table);

        ColumnsStep columns = (ColumnsStep)plan.Steps.Single();
        Assert.That(columns.Batch.Extent, Is.EqualTo(BatchExtent.Begin));
        Assert.That(columns.Batch.Statements[1].Text, Is.EqualTo("create temporary table \"a__dbt_tmp\" on commit drop as (\nselect 1 as id\n)"));
        Assert.That(Print(Next(columns, Same).Steps), Is.EqualTo($"{expected};\ncommit;\n"));
    }

    [TestCase("append_new_columns", "alter table \"analytics\".\"a\" add column \"new\" text")]
    [TestCase(
        "sync_all_columns",
        "alter table \"analytics\".\"a\" add column \"new\" text;\nalter table \"analytics\".\"a\" drop column \"old\";\n"
        + "alter table \"analytics\".\"a\" alter column \"id\" type bigint using \"id\"::bigint")]
    public void Changed_columns_are_followed_as_configured(string onSchemaChange, string expected)
    {
        MaterializationPlan plan = Plan($"materialized='incremental', on_schema_change='{onSchemaChange}'", RelationKind.Table);

        Assert.That(Print(Next((ColumnsStep)plan.Steps.Single(), Changed).Steps), Does.Match($"(?s)^do .*exception when lock_not_available.*;\ninsert into \"analytics\".\"a\" \\(\"id\", \"new\"\\)").And.Contain(expected + ";\n"));
    }

    [Test]
    public void Changed_columns_fail_where_configured()
    {
        ColumnsStep columns = (ColumnsStep)Plan("materialized='incremental', on_schema_change='fail'", RelationKind.Table).Steps.Single();

        Assert.That(columns.Continue(Same).HasErrors, Is.False);
        Assert.That(columns.Continue(Changed).Diagnostics.Select(d => $"{d.Code} {d.Message}"), Is.EqualTo(
            new[] { "DECK0665 the columns of `a` differ from its relation's: `new` is new, `old` is gone, `id` is now bigint" }));
    }

    [TestCase("unique_key='idd'", "DECK0664 the `unique_key` of `a` is `idd`, and its query gives no such column", "did you mean `id`?")]
    [TestCase("unique_key=['ID', 'other']", "DECK0664 the `unique_key` of `a` is `other`, and its query gives no such column", null)]
    public void A_key_must_be_a_column_of_the_new_rows(string config, string message, string? hint)
    {
        ColumnsStep columns = (ColumnsStep)Plan($"materialized='incremental', {config}", RelationKind.Table).Steps.Single();

        Diagnostic found = columns.Continue(Same).Diagnostics.Single();
        Assert.That($"{found.Code} {found.Message}", Is.EqualTo(message));
        Assert.That(found.Hints.SingleOrDefault(), Is.EqualTo(hint));
    }

    [Test]
    public void A_key_that_the_strategy_does_not_use_may_be_anything()
    {
        ColumnsStep columns = (ColumnsStep)Plan("materialized='incremental', incremental_strategy='append', unique_key='other'", RelationKind.Table).Steps.Single();

        Assert.That(columns.Continue(Same).Diagnostics, Is.Empty);
    }

    [TestCase("", null, false)]
    [TestCase("", RelationKind.View, false)]
    [TestCase("", RelationKind.Table, true)]
    [TestCase(", full_refresh=true", RelationKind.Table, false)]
    public void An_incremental_model_is_built_anew_as_a_table(string config, RelationKind? existing, bool refresh) =>
        Assert.That(Plan($"materialized='incremental'{config}", existing, new MaterializationOptions { FullRefresh = refresh }).Steps.Single(), Is.InstanceOf<BatchStep>());

    [Test]
    public void A_model_that_refuses_full_refresh_keeps_its_rows() =>
        Assert.That(Plan("materialized='incremental', full_refresh=false", RelationKind.Table, new MaterializationOptions { FullRefresh = true }).Steps.Single(), Is.InstanceOf<ColumnsStep>());

    [TestCase("materialized='incremental', incremental_strategy='insert_overwrite'", "DECK0662")]
    [TestCase("materialized='incremental', merge_update_columns=['a'], merge_exclude_columns=['b']", "DECK0667")]
    public void Mistaken_configs_are_diagnostics(string config, string code) =>
        Assert.That(TryPlan(config, null, new MaterializationOptions()).Diagnostics.Select(d => $"{d.Code}"), Is.EqualTo(new[] { code }));

    [Test]
    public void Grants_follow_the_table()
    {
        string text = Print(Plan("materialized='table', grants={'select': ['reader', 'writer']}", null));

        Assert.That(text, Does.Contain("grant select on \"analytics\".\"a\" to reader, writer;\n"));
    }

    [Test]
    public void A_seed_is_copied_beside_the_live_one_and_swapped()
    {
        PlannedProject project = PlannedProject.Of("seed", ("seeds/rates.csv", "Code,my rate\na,1\n"));
        SeedTable file = new([new("Code", "text"), new("my rate", "integer")], (_, _) => Task.FromResult(0L)) { Delimiter = ';', QuotedNulls = [1] };
        Checked<MaterializationPlan> plan = SeedMaterialization.Plan(project.Compile("rates"), file, new ExistingRelation("analytics", "rates", RelationKind.Table), new MaterializationOptions());

        Assert.That(Print(plan.Value!), Does.StartWith($"""
            begin;
            {Turn.Replace("\"a\"", "\"rates\"", StringComparison.Ordinal)};
            create table "analytics"."rates__dbt_tmp" ("code" text, "my rate" integer);
            copy "analytics"."rates__dbt_tmp" ("code", "my rate") from stdin (format csv, delimiter ';', force_null ("my rate"));
            analyze "analytics"."rates__dbt_tmp";
            do $deckmodel$
            """));
    }

    private static ColumnComparison Same => new([new("id", "integer"), new("n", "text")], [new("id", "integer"), new("n", "text")]);

    private static ColumnComparison Changed => new([new("id", "bigint"), new("new", "text")], [new("id", "integer"), new("old", "text")]);

    private static MaterializationPlan Plan(string config, RelationKind? existing, MaterializationOptions? options = null)
    {
        Checked<MaterializationPlan> plan = TryPlan(config, existing, options ?? new MaterializationOptions());
        Assert.That(DiagnosticList.Format(plan.Diagnostics), Is.Empty);
        return plan.Value!;
    }

    private static Checked<MaterializationPlan> TryPlan(string config, RelationKind? existing, MaterializationOptions options)
    {
        CompiledModel model = PlannedProject.Of("run", ("models/a.sql", $"{{{{ config({config}) }}}}select 1 as id")).Compile("a");
        Assert.That(MaterializationTable.TryFind(model.Node, out IMaterialization? materialization), Is.True);
        return materialization!.Plan(model, existing is { } kind ? new ExistingRelation("analytics", "a", kind) : null, options);
    }

    private static NextSteps Next(ColumnsStep step, ColumnComparison columns)
    {
        Checked<NextSteps> next = step.Continue(columns);
        Assert.That(DiagnosticList.Format(next.Diagnostics), Is.Empty);
        return next.Value!;
    }

    private static string Print(IEnumerable<PlanStep> steps) => Print(new MaterializationPlan { Steps = [.. steps], Result = RelationKind.Table });

    private static string Print(MaterializationPlan plan)
    {
        StringWriter text = new() { NewLine = "\n" };
        PlanPrinter.Print(plan, text);
        return text.ToString();
    }
}
