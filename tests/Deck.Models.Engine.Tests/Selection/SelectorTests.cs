using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Selection;

/// <summary>What criteria select of the project raw.orders → stg_orders → orders → daily, with customers beside them.</summary>
public sealed class SelectorTests
{
    private Manifest manifest = null!;

    [OneTimeSetUp]
    public void Resolve() => manifest = SmallProject.Manifest(
        ("models/staging/stg_orders.sql", "select * from {{ source('raw', 'orders') }}"),
        ("models/staging/stg_customers.sql", "{{ config(tags=['people', 'nightly']) }}\nselect 1 as id"),
        ("models/marts/orders.sql", "{{ config(materialized='table', tags='nightly', meta={'owner': 'finance'}) }}\nselect * from {{ ref('stg_orders') }}, {{ ref('stg_customers') }}"),
        ("models/marts/daily.sql", "select * from {{ ref('orders') }}"),
        ("models/_schema.yml", """
            sources:
              - name: raw
                tables: [{name: orders}]
            models:
              - name: orders
                columns:
                  - name: id
                    data_tests: [not_null]
              - name: daily
                columns:
                  - name: id
                    data_tests:
                      - relationships: {arguments: {to: ref('stg_customers'), field: id}}
            exposures:
              - name: board
                type: dashboard
                owner: {name: Finance}
                depends_on: [ref('daily')]
            """),
        ("tests/no_orphans.sql", "select * from {{ ref('orders') }} where false"));

    // With `eager`, a criterion brings its tests along before criteria are intersected, as in dbt.
    [TestCase("orders", "not_null_orders_id no_orphans orders")]
    [TestCase("source:raw.orders", "raw.orders")]
    [TestCase("test_name:not_null", "not_null_orders_id")]
    [TestCase("test_type:singular", "no_orphans")]
    [TestCase("orders,resource_type:model", "no_orphans not_null_orders_id orders")]
    public void A_criterion_selects(string text, string names) => Assert.That(Names(new SelectionArguments { Select = [text] }), Is.EqualTo(Sorted(names)));

    [TestCase("+orders", "orders stg_customers stg_orders")]
    [TestCase("1+daily", "daily orders")]
    [TestCase("stg_orders+1", "orders stg_orders")]
    [TestCase("@stg_orders", "daily orders stg_customers stg_orders")]
    [TestCase("tag:nightly", "orders stg_customers")]
    [TestCase("tag:peo*", "stg_customers")]
    [TestCase("tag:nightly,tag:people", "stg_customers")]
    [TestCase("staging", "stg_customers stg_orders")]
    [TestCase("shop.marts.*", "daily orders")]
    [TestCase("models/staging", "stg_customers stg_orders")]
    [TestCase("models/marts/daily.sql", "daily")]
    [TestCase("file:stg_*", "stg_customers stg_orders")]
    [TestCase("source:raw+1", "stg_orders")]
    [TestCase("config.materialized:table", "orders")]
    [TestCase("config.meta.owner:finance", "orders")]
    [TestCase("package:this", "daily orders stg_customers stg_orders")]
    [TestCase("daily stg_orders", "daily stg_orders")]
    public void A_criterion_selects_models(string text, string names) =>
        Assert.That(Names(new SelectionArguments { Select = [text], ResourceTypes = ["model"] }), Is.EqualTo(Sorted(names)));

    [Test]
    public void An_exposure_leads_to_the_sources_that_it_rests_on() =>
        Assert.That(Names(new SelectionArguments { Select = ["+exposure:board"], ResourceTypes = ["source"] }), Is.EqualTo((string[])["raw.orders"]));

    [Test]
    public void Nothing_given_selects_everything() =>
        Assert.That(Names(new SelectionArguments()), Has.Length.EqualTo(manifest.Nodes.Length));

    [Test]
    public void An_exclusion_takes_the_tests_of_a_model_with_it()
    {
        string[] names = Names(new SelectionArguments { Select = ["path:models", "path:tests"], Exclude = ["orders"] });

        Assert.That(names, Has.No.Member("not_null_orders_id").And.No.Member("no_orphans").And.Member("relationships_daily_id__id__ref_stg_customers_"));
    }

    [TestCase("eager", true)]
    [TestCase("cautious", false)]
    [TestCase("buildable", true)]
    [TestCase("empty", false)]
    public void The_mode_decides_on_tests_with_a_parent_outside(string mode, bool comesAlong)
    {
        string[] names = Names(new SelectionArguments { Select = ["daily"], IndirectSelection = mode });

        Assert.That(names.Contains("relationships_daily_id__id__ref_stg_customers_"), Is.EqualTo(comesAlong));
    }

    [Test]
    public void A_cautious_test_joins_once_all_its_parents_are_selected()
    {
        string[] names = Names(new SelectionArguments { Select = ["daily stg_customers"], IndirectSelection = "cautious" });

        Assert.That(names, Has.Member("relationships_daily_id__id__ref_stg_customers_"));
    }

    [Test]
    public void A_criterion_that_matches_nothing_is_a_warning_with_a_suggestion()
    {
        Checked<NodeSet> selected = Select(new SelectionArguments { Select = ["ordres"] });

        Assert.That(selected.Value!, Is.Empty);
        Assert.That(selected.Diagnostics.Single().Message, Is.EqualTo("the selection criterion `ordres` does not match any enabled nodes"));
        Assert.That(selected.Diagnostics.Single().Hints, Is.EqualTo((string[])["did you mean `orders`?"]));
    }

    [TestCase("state:modified", SeverityName)]
    [TestCase("state:modifed", SeverityName)]
    [TestCase("result:failed", SeverityName)]
    [TestCase("result:error", SeverityName)]
    [TestCase("source_status:fresher", SeverityName)]
    [TestCase("selector:nightly", SeverityName)]
    [TestCase("resource_type:modle", SeverityName)]
    [TestCase("test_type:generik", SeverityName)]
    [TestCase("config:table", SeverityName)]
    public void A_criterion_that_cannot_match_in_any_project_is_an_error(string text, string severity) =>
        Assert.That(Select(new SelectionArguments { Select = [text] }).Diagnostics.Select(d => d.Severity.ToString()), Is.EqualTo((string[])[severity]));

    [Test]
    public void Types_that_the_command_does_not_know_are_not_selected() =>
        Assert.That(Names(new SelectionArguments { CommandTypes = [ResourceType.Source] }), Is.EqualTo((string[])["raw.orders"]));

    private const string SeverityName = "Error";

    private Checked<NodeSet> Select(SelectionArguments arguments) => Selector.Select(manifest, SelectionParser.Parse(arguments).Value!);

    private string[] Names(SelectionArguments arguments)
    {
        Checked<NodeSet> selected = Select(arguments);
        Assert.That(selected.Diagnostics, Is.Empty);
        return Sorted(string.Join(' ', selected.Value!.Select(n => n is SourceNode source ? $"{source.SourceName}.{source.Name}" : n.Name)));
    }

    private static string[] Sorted(string names) => [.. names.Split(' ').Order(StringComparer.Ordinal)];
}
