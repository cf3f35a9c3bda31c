using NUnit.Framework;

namespace Deck.Models.Text.Tests;

[TestFixture]
internal sealed class SourceTextTests
{
    [TestCase("a\nb", 2, 2, 1)]
    [TestCase("a\r\nb", 3, 2, 1)]
    [TestCase("a\rb", 2, 2, 1)]
    [TestCase("abc", 3, 1, 4)]
    [TestCase("", 0, 1, 1)]
    [TestCase("a\n", 2, 2, 1)]
    public void An_offset_has_a_line_and_a_column(string content, int offset, int line, int column)
    {
        Assert.That(new SourceText("f", content).PositionAt(offset), Is.EqualTo(new LinePosition(line, column)));
    }

    [Test]
    public void An_offset_past_the_end_counts_as_the_end()
    {
        Assert.That(new SourceText("f", "ab\ncd").PositionAt(99), Is.EqualTo(new LinePosition(2, 3)));
    }

    [Test]
    public void Every_offset_comes_back_from_its_position()
    {
        SourceText text = new("f", "one\r\ntwo\n\nfour");
        for (int offset = 0; offset <= text.Content.Length; offset++)
        {
            LinePosition position = text.PositionAt(offset);
            Assert.That(text.OffsetAt(position.Line, position.Column), Is.EqualTo(offset));
        }
    }

    [TestCase("one\r\ntwo", 1, "one")]
    [TestCase("one\r\ntwo", 2, "two")]
    [TestCase("one\n", 2, "")]
    public void A_line_comes_without_its_break(string content, int line, string expected)
    {
        Assert.That(new SourceText("f", content).LineAt(line).ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void A_place_in_a_slice_of_a_slice_is_a_place_in_the_file()
    {
        SourceText file = new("macros/m.sql", "first\n{% macro m() %}body{% endmacro %}");
        SourceText block = file.Slice(TextSpan.Between(6, file.Content.Length));
        SourceText body = block.Slice(new TextSpan(15, 4));
        Location place = new(body, new TextSpan(1, 2));
        Assert.That(body.Content, Is.EqualTo("body"));
        Assert.That(place.ToString(), Is.EqualTo("macros/m.sql:2:17"));
        Assert.That(place.InFile.Text, Is.SameAs(file));
    }
}
