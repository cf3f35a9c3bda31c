using Deck.Models.Templating.Values;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.ValueTypes;

/// <summary>How values print, as text and inside containers.</summary>
[TestFixture]
public sealed class TextTests
{
    [TestCase(1e16, "1e+16")]
    [TestCase(1e15, "1000000000000000.0")]
    [TestCase(1e-5, "1e-05")]
    [TestCase(0.0001, "0.0001")]
    [TestCase(3.0, "3.0")]
    [TestCase(-0.0, "-0.0")]
    [TestCase(1.7976931348623157e308, "1.7976931348623157e+308")]
    [TestCase(5e-324, "5e-324")]
    [TestCase(double.NegativeInfinity, "-inf")]
    public void Floats_print_the_shortest_digits(double number, string expected) => Assert.That(Value.Of(number).Repr(), Is.EqualTo(expected));

    [TestCase("it's", "\"it's\"")]
    [TestCase("a'b\"c", "'a\\'b\"c'")]
    [TestCase("\n\t\\\u0001", "'\\n\\t\\\\\\x01'")]
    [TestCase("é😀\u200b", "'é😀\\u200b'")]
    public void Strings_print_quoted_and_escaped(string text, string expected) => Assert.That(Value.Of(text).Repr(), Is.EqualTo(expected));

    [Test]
    public void A_tuple_of_one_keeps_its_comma() => Assert.That(Value.Tuple(Value.Of(1)).Repr(), Is.EqualTo("(1,)"));

    [Test]
    public void Sets_of_ints_print_as_CPython_has_them() => Assert.That(new SetValue([Value.Of(3), Value.Of(1), Value.Of(2)]).Repr(), Is.EqualTo("{1, 2, 3}"));

    [TestCase("{:>8.3f}|", "   3.142|")]
    [TestCase("{:+,.2f}", "+3.14")]
    [TestCase("{!r:*^9}", "*3.14159*")]
    [TestCase("{:08.2e}", "3.14e+00")]
    public void Formats_follow_the_mini_language(string template, string expected) =>
        Assert.That(Value.Of(template).GetAttribute("format")!.Call(Arguments.Of(Value.Of(3.14159))).ToText(), Is.EqualTo(expected));

    [TestCase("%5.1f|%-4s|%03d|%%", "  1.5|a   |007|%")]
    public void Percent_directives_take_arguments_in_turn(string template, string expected) =>
        Assert.That(Operators.Binary(BinaryOperator.Modulo, Value.Of(template), Value.Tuple(Value.Of(1.5), Value.Of("a"), Value.Of(7))).ToText(), Is.EqualTo(expected));

    [Test]
    public void An_argument_that_no_directive_takes_is_an_error() =>
        Assert.That(
            () => Operators.Binary(BinaryOperator.Modulo, Value.Of("x"), Value.Of(1)),
            Throws.TypeOf<TemplateException>().With.Message.EqualTo("not all arguments converted during string formatting"));

    [TestCase("title", "O'Neil")]
    [TestCase("upper", "O'NEIL")]
    public void Case_methods_treat_the_apostrophe_as_Python_does(string method, string expected) =>
        Assert.That(Value.Of("o'neil").GetAttribute(method)!.Call(Arguments.None).ToText(), Is.EqualTo(expected));

    [Test]
    public void A_final_sigma_is_lowered_as_such() => Assert.That(Value.Of("ΟΔΟΣ").GetAttribute("lower")!.Call(Arguments.None).ToText(), Is.EqualTo("οδος"));
}
