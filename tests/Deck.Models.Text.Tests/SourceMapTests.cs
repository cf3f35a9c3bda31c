using NUnit.Framework;

namespace Deck.Models.Text.Tests;

[TestFixture]
internal sealed class SourceMapTests
{
    // Template: select {{ x }} from t   →   Generated: select 12345 from t
    private static readonly SourceText Template = new("models/a.sql", "select {{ x }} from t");

    private static readonly SourceMap Map = new(
    [
        new SourceMapSegment(0, new Location(Template, new TextSpan(0, 7)), true),
        new SourceMapSegment(7, new Location(Template, new TextSpan(7, 7)), false),
        new SourceMapSegment(12, new Location(Template, new TextSpan(14, 7)), true),
    ]);

    [TestCase(0, 0)]
    [TestCase(3, 3)]
    [TestCase(13, 15)]
    public void Verbatim_text_leads_to_its_own_character(int generated, int origin)
    {
        Assert.That(Map.OriginOf(generated)?.Span, Is.EqualTo(new TextSpan(origin, 1)));
    }

    [TestCase(7)]
    [TestCase(11)]
    public void What_an_expression_wrote_leads_to_the_whole_expression(int generated)
    {
        Assert.That(Map.OriginOf(generated)?.Span, Is.EqualTo(new TextSpan(7, 7)));
    }

    [Test]
    public void A_shifted_map_knows_nothing_before_its_start()
    {
        SourceMap shifted = Map.Shift(100);
        Assert.That(shifted.OriginOf(99), Is.Null);
        Assert.That(shifted.OriginOf(103), Is.EqualTo(Map.OriginOf(3)));
    }

    [Test]
    public void The_identity_leads_everywhere_to_the_same_offset()
    {
        Assert.That(SourceMap.Identity(Template).OriginOf(9)?.Span.Start, Is.EqualTo(9));
    }
}
