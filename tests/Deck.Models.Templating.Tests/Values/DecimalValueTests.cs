using Deck.Models.Templating.Values;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.ValueTypes;

[TestFixture]
public sealed class DecimalValueTests
{
    [TestCase(BinaryOperator.Add, "1.10", "2.2", "3.30")]
    [TestCase(BinaryOperator.Multiply, "1.10", "2", "2.20")]
    [TestCase(BinaryOperator.Divide, "1.10", "3", "0.3666666666666666666666666667")]
    [TestCase(BinaryOperator.FloorDivide, "-7", "2", "-3")]
    [TestCase(BinaryOperator.Modulo, "-7", "2", "-1")]
    [TestCase(BinaryOperator.Power, "1.10", "1.10", "1.110534241054575728289508040")]
    [TestCase(BinaryOperator.Power, "2", "-2", "0.25")]
    public void Arithmetic_keeps_scale_and_rounds_to_28_digits(BinaryOperator op, string left, string right, string expected) =>
        Assert.That(Operators.Binary(op, DecimalValue.Parse(left), DecimalValue.Parse(right)).ToText(), Is.EqualTo(expected));

    [TestCase("1E+20", "1E+20")]
    [TestCase("0E-10", "0E-10")]
    [TestCase("0.000001", "0.000001")]
    [TestCase("0.0000001", "1E-7")]
    [TestCase("NaN", "NaN")]
    public void Text_keeps_the_exponent_where_Python_does(string text, string expected) => Assert.That(DecimalValue.Parse(text).ToText(), Is.EqualTo(expected));

    [Test]
    public void Decimals_and_floats_do_not_add() =>
        Assert.That(
            () => Operators.Binary(BinaryOperator.Add, DecimalValue.Parse("1"), Value.Of(1.0)),
            Throws.TypeOf<TemplateException>().With.Message.EqualTo("unsupported operand type(s) for +: 'decimal.Decimal' and 'float'"));

    [Test]
    public void Equality_with_floats_is_exact() =>
        Assert.Multiple(() =>
        {
            Assert.That(DecimalValue.Parse("1.1").Equals(Value.Of(1.1)), Is.False);
            Assert.That(DecimalValue.Parse("1.50").Equals(Value.Of(1.5)), Is.True);
        });
}
