using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Engine.Selection.Selectors;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Selection;

/// <summary>selectors.yml: its grammar, and what its selectors select of stg → orders → daily, with people beside them.</summary>
public sealed class SelectorsFileTests
{
    private Manifest manifest = null!;

    [OneTimeSetUp]
    public void Resolve() => manifest = SmallProject.Manifest(
        ("models/stg.sql", "{{ config(tags=['nightly']) }}select 1 as id"),
        ("models/marts/orders.sql", "{{ config(tags=['nightly'], materialized='table') }}select * from {{ ref('stg') }}"),
        ("models/marts/daily.sql", "select * from {{ ref('orders') }}, {{ ref('people') }}"),
        ("models/people.sql", "select 1 as id"),
        ("models/schema.yml", "models: [{name: daily, data_tests: [{relationships: {arguments: {to: ref('people'), field: id}, column_name: id, name: both}}]}]"));

    [TestCase("'tag:nightly'", "orders stg")]
    [TestCase("{tag: nightly}", "orders stg")]
    [TestCase("{method: tag, value: nightly}", "orders stg")]
    [TestCase("{method: config.materialized, value: table, children: true, children_depth: 1}", "both daily orders")]
    [TestCase("{method: fqn, value: daily, parents: true}", "both daily orders people stg")]
    [TestCase("{method: fqn, value: daily, parents: true, parents_depth: 1, indirect_selection: empty}", "daily orders people")]
    [TestCase("{method: fqn, value: stg, childrens_parents: true}", "both daily orders people stg")]
    [TestCase("{method: tag, value: nightly, exclude: [orders]}", "stg")]
    [TestCase("{union: [stg, {fqn: people}]}", "both people stg")]
    [TestCase("{union: ['tag:nightly', people, {exclude: [{path: models/marts}]}]}", "people stg")]
    [TestCase("{intersection: ['tag:nightly', {path: models/marts}]}", "orders")]
    [TestCase("{intersection: [{union: [stg, orders]}, {config.materialized: view}]}", "stg")]
    public void A_definition_selects(string definition, string names) => Assert.That(Select($"selectors: [{{name: mine, definition: {definition}}}]", "mine"), Is.EqualTo(names));

    [Test]
    public void A_selector_may_use_another_one() =>
        Assert.That(Select("selectors: [{name: a, definition: 'tag:nightly'}, {name: b, definition: {intersection: [{method: selector, value: a}, {fqn: stg}]}}]", "b"), Is.EqualTo("stg"));

    [Test]
    public void A_default_applies_where_nothing_is_selected()
    {
        SelectorList selectors = Read("selectors: [{name: a, default: true, definition: stg}]").Value!;

        Assert.That(Names(new SelectionArguments { Selectors = selectors }), Is.EqualTo("stg"));
        Assert.That(Names(new SelectionArguments { Selectors = selectors, Exclude = ["stg"] }), Does.StartWith("both daily orders people"));
    }

    [Test]
    public void A_default_may_be_a_template()
    {
        YamlNode? file = ProjectLoader.Load(
            SmallProject.Files(("selectors.yml", "selectors: [{name: a, default: \"{{ target.name == 'dev' }}\", definition: x}]")), SmallProject.Settings()).Value!.Selectors;

        Assert.That(SelectorReader.Read(file!).Value!.Default?.Name, Is.EqualTo("a"));
    }

    [TestCase("{name: a}", "the selector `a` lacks `definition`")]
    [TestCase("{definition: x}", "a selector lacks `name`")]
    [TestCase("{name: a, definition: x, defintion: y}", "a selector has no key `defintion`")]
    [TestCase("{name: a, definition: {union: [x], intersection: [y]}}", "`union` stands alone at the root of a definition")]
    [TestCase("{name: a, definition: {union: [{exclude: [x]}, {exclude: [y]}]}}", "a set has one `exclude` at most")]
    [TestCase("{name: a, definition: {union: x}}", "a set is a list of definitions")]
    [TestCase("{name: a, definition: {tagg: x}}", "`tagg` is no selection method")]
    [TestCase("{name: a, definition: {method: tag}}", "a criterion has a method and a value: `{tag: nightly}` or `{method: tag, value: nightly}`")]
    [TestCase("{name: a, definition: {method: tag, value: x, child: true}}", "a criterion has no key `child`")]
    [TestCase("{name: a, definition: {method: tag, value: x, indirect_selection: most}}", "`most` is no way of indirect selection; it can be eager, cautious, buildable or empty")]
    [TestCase("{name: a, definition: {method: tag, value: x, childrens_parents: true, children: true}}", "`childrens_parents` and `children` exclude each other")]
    [TestCase("{name: a, definition: x}, {name: a, definition: y}", "there are two selectors `a`")]
    [TestCase("{name: a, default: true, definition: x}, {name: b, default: true, definition: y}", "both `a` and `b` are the default selector")]
    public void A_mistake_is_told(string entries, string message) =>
        Assert.That(Read($"selectors: [{entries}]").Diagnostics.Select(d => d.Message), Is.EqualTo((string[])[message]));

    [Test]
    public void A_selector_within_itself_is_a_mistake()
    {
        SelectorList selectors = Read("selectors: [{name: a, definition: {selector: b}}, {name: b, definition: {selector: a}}]").Value!;
        SelectionSpec spec = SelectionParser.Parse(new SelectionArguments { Selector = "a", Selectors = selectors }).Value!;

        Assert.That(Selector.Select(manifest, spec).Diagnostics.Select(d => d.Message), Is.EqualTo((string[])["the selector `b` is defined by itself: b -> a -> b"]));
    }

    [Test]
    public void An_unknown_selector_is_a_mistake_with_a_suggestion()
    {
        SelectorList selectors = Read("selectors: [{name: nightly, definition: x}]").Value!;
        Diagnostic mistake = SelectionParser.Parse(new SelectionArguments { Selector = "nigthly", Selectors = selectors }).Diagnostics.Single();

        Assert.That((mistake.Message, mistake.Hints[0]), Is.EqualTo(("there is no selector `nigthly` in selectors.yml", "did you mean `nightly`?")));
    }

    private string Select(string yaml, string selector) => Names(new SelectionArguments { Selector = selector, Selectors = Read(yaml).Value! });

    private string Names(SelectionArguments arguments)
    {
        Checked<NodeSet> selected = Selector.Select(manifest, SelectionParser.Parse(arguments).Value!);
        Assert.That(selected.Diagnostics, Is.Empty);
        return string.Join(' ', selected.Value!.Select(n => n.Name).Order(StringComparer.Ordinal));
    }

    private static Checked<SelectorList> Read(string yaml) => SelectorReader.Read(YamlReader.Read(new SourceText("selectors.yml", yaml)).Value!);
}
