using Deck.Models.Engine.Selection;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Selection;

/// <summary>The grammar of `--select`.</summary>
public sealed class SelectionParserTests
{
    private const int All = int.MaxValue;

    [TestCase("a", SelectionMethod.Fqn, "a", 0, 0)]
    [TestCase("a+", SelectionMethod.Fqn, "a", 0, All)]
    [TestCase("+a", SelectionMethod.Fqn, "a", All, 0)]
    [TestCase("2+a+3", SelectionMethod.Fqn, "a", 2, 3)]
    [TestCase("+tag:nightly+", SelectionMethod.Tag, "nightly", All, All)]
    [TestCase("models/gold", SelectionMethod.Path, "models/gold", 0, 0)]
    [TestCase("orders.sql", SelectionMethod.File, "orders.sql", 0, 0)]
    [TestCase("orders.CSV+", SelectionMethod.File, "orders.CSV", 0, All)]
    [TestCase("path:a:b", SelectionMethod.Path, "a:b", 0, 0)]
    [TestCase("a2", SelectionMethod.Fqn, "a2", 0, 0)]
    [TestCase("source:raw.orders+1", SelectionMethod.Source, "raw.orders", 0, 1)]
    public void A_criterion_has_a_method_a_value_and_depths(string text, SelectionMethod method, string value, int parents, int children)
    {
        SelectionCriterion criterion = Criterion(text);

        Assert.That((criterion.Method, criterion.Value, criterion.ParentsDepth, criterion.ChildrenDepth), Is.EqualTo((method, value, parents, children)));
        Assert.That(criterion.WithChildrensParents, Is.False);
    }

    [Test]
    public void A_method_may_have_arguments()
    {
        SelectionCriterion criterion = Criterion("config.meta.owner:finance");

        Assert.That(criterion.MethodArguments, Is.EqualTo((string[])["meta", "owner"]));
        Assert.That(criterion.Value, Is.EqualTo("finance"));
    }

    [Test]
    public void An_at_sign_asks_for_descendants_and_their_ancestors() => Assert.That(Criterion("@a").WithChildrensParents);

    [Test]
    public void Blanks_join_to_a_union_and_commas_to_intersections()
    {
        UnionExpression union = Included("a b,c");

        Assert.That(union.Parts.Cast<IntersectionExpression>().Select(p => p.Parts.Length), Is.EqualTo((int[])[1, 2]));
    }

    [TestCase("@a+", "`@` before and `+` after a criterion exclude each other")]
    [TestCase("tagg:x", "`tagg` is no selection method")]
    [TestCase("a,", "a selection criterion has no value")]
    [TestCase("tag:", "a selection criterion has no value")]
    public void A_mistake_is_told(string text, string message)
    {
        Checked<SelectionSpec> parsed = SelectionParser.Parse(new SelectionArguments { Select = [text] });

        Assert.That(parsed.Diagnostics.Select(d => d.Message), Is.EqualTo((string[])[message]));
    }

    [Test]
    public void A_misspelt_method_has_a_suggestion()
    {
        Checked<SelectionSpec> parsed = SelectionParser.Parse(new SelectionArguments { Select = ["tagg:x"] });

        Assert.That(parsed.Diagnostics[0].Hints, Is.EqualTo((string[])["did you mean `tag`?"]));
    }

    [Test]
    public void Every_mistake_of_all_options_is_told_at_once()
    {
        Checked<SelectionSpec> parsed = SelectionParser.Parse(new SelectionArguments
        {
            Select = ["@a+"], Exclude = ["b,"], IndirectSelection = "egaer", ResourceTypes = ["modle"],
        });

        Assert.That(parsed.Diagnostics, Has.Length.EqualTo(4));
    }

    private static SelectionCriterion Criterion(string text) =>
        (SelectionCriterion)((IntersectionExpression)Included(text).Parts.Single()).Parts.Single();

    private static UnionExpression Included(string text)
    {
        Checked<SelectionSpec> parsed = SelectionParser.Parse(new SelectionArguments { Select = [text] });
        Assert.That(parsed.Diagnostics, Is.Empty);
        return (UnionExpression)((DifferenceExpression)parsed.Value!.Expression).Included;
    }
}
