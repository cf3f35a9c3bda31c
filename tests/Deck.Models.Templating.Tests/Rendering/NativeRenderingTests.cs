using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.Rendering;

[TestFixture]
public sealed class NativeRenderingTests
{
    [TestCase("{{ x }}", "int", "7")]
    [TestCase("{{ x }} ", "str", "'7 '")]
    [TestCase("{{ 1 }}", "str", "'1'")]
    [TestCase("{{ 1 + 1 }}", "str", "'2'")]
    [TestCase("{{ x + 1 }}", "int", "8")]
    [TestCase("{{ x == 7 }}", "bool", "True")]
    [TestCase("{{ [x, 'a'] }}", "list", "[7, 'a']")]
    [TestCase("{{ text }}", "str", "'42'")]
    [TestCase("{{ text | as_number }}", "int", "42")]
    [TestCase("{{ text | as_native }}", "int", "42")]
    [TestCase("{{ (x == 7) | as_bool }}", "bool", "True")]
    [TestCase("{{ text in ['41', '42'] | as_bool() }}", "bool", "True")]
    [TestCase("{{ [x] | as_native | length }}", "int", "3")]
    [TestCase("{{ (x | as_text) + text }}", "str", "'742'")]
    [TestCase("{{ ([x] | as_native)[0] }}", "str", "'['")]
    [TestCase("{{ x | as_text }}", "str", "'7'")]
    [TestCase("{% if x %}true{% endif %}", "str", "'true'")]
    [TestCase("", "str", "''")]
    [TestCase("plain", "str", "'plain'")]
    [TestCase("1", "str", "'1'")]
    public void A_single_expression_keeps_its_type(string text, string type, string repr)
    {
        TestScope scope = new TestScope().With("x", Value.Of(7)).With("text", Value.Of("42"));
        Value value = new RenderSession(scope, RenderOptions.Default).RenderNative(Templates.Parse(text)).Value!;
        Assert.That((value.TypeName, value.Repr()), Is.EqualTo((type, repr)));
    }

    [Test]
    public void A_value_that_a_marker_cannot_convert_is_an_error()
    {
        TestScope scope = new TestScope().With("x", Value.Of("maybe"));
        Assert.That(new RenderSession(scope, RenderOptions.Default).RenderNative(Templates.Parse("{{ x | as_bool }}")).HasErrors);
    }
}
