using System.Numerics;
using Deck.Models.Templating.Values;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.ValueTypes;

[TestFixture]
public sealed class OperatorsTests
{
    private static readonly Value Huge = Value.Of(BigInteger.Pow(10, 30));

    [Test]
    public void Integers_grow_beyond_a_machine_word() =>
        Assert.Multiple(() =>
        {
            Assert.That(Apply(BinaryOperator.Add, Value.Of(long.MaxValue), Value.Of(1)), Is.EqualTo("9223372036854775808"));
            Assert.That(Apply(BinaryOperator.Subtract, Value.Of(long.MinValue), Value.Of(1)), Is.EqualTo("-9223372036854775809"));
            Assert.That(Apply(BinaryOperator.Multiply, Value.Of(long.MaxValue), Value.Of(long.MaxValue)), Is.EqualTo("85070591730234615847396907784232501249"));
            Assert.That(Apply(BinaryOperator.FloorDivide, Value.Of(long.MinValue), Value.Of(-1)), Is.EqualTo("9223372036854775808"));
        });

    [Test]
    public void Floor_division_and_remainder_follow_the_sign_of_the_divisor() =>
        Assert.Multiple(() =>
        {
            Assert.That(Apply(BinaryOperator.FloorDivide, Value.Of(-7), Value.Of(2)), Is.EqualTo("-4"));
            Assert.That(Apply(BinaryOperator.Modulo, Value.Of(-7), Value.Of(2)), Is.EqualTo("1"));
            Assert.That(Apply(BinaryOperator.Modulo, Value.Of(7.5), Value.Of(-2)), Is.EqualTo("-0.5"));
        });

    [Test]
    public void Division_of_integers_is_correctly_rounded() =>
        Assert.Multiple(() =>
        {
            Assert.That(Apply(BinaryOperator.Divide, Value.Of(7), Value.Of(2)), Is.EqualTo("3.5"));
            Assert.That(Apply(BinaryOperator.Divide, Huge, Value.Of(3)), Is.EqualTo("3.333333333333333e+29"));
            Assert.That(Apply(BinaryOperator.Divide, Value.Of(0), Value.Of(-BigInteger.Pow(10, 20))), Is.EqualTo("-0.0"));
        });

    [Test]
    public void Division_by_zero_is_an_error_of_its_own() =>
        Assert.That(Failure(() => Operators.Binary(BinaryOperator.Divide, Value.Of(1), Value.Of(0))).PythonClass, Is.EqualTo("ZeroDivisionError"));

    [Test]
    public void A_power_too_large_for_memory_is_refused() =>
        Assert.That(Failure(() => Operators.Binary(BinaryOperator.Power, Huge, Huge)).PythonClass, Is.EqualTo("MemoryError"));

    [Test]
    public void Text_and_numbers_do_not_add() =>
        Assert.Multiple(() =>
        {
            Assert.That(Failure(() => Operators.Binary(BinaryOperator.Add, Value.Of("a"), Value.Of(1))).Message, Is.EqualTo("can only concatenate str (not \"int\") to str"));
            Assert.That(Failure(() => Operators.Binary(BinaryOperator.Add, Value.Of(1), Value.Of("a"))).Message, Is.EqualTo("unsupported operand type(s) for +: 'int' and 'str'"));
        });

    [Test]
    public void Markup_escapes_what_is_joined_to_it() =>
        Assert.That(Operators.Binary(BinaryOperator.Add, StringValue.Markup("<b>"), Value.Of("<i>")).Repr(), Is.EqualTo("Markup('<b>&lt;i&gt;')"));

    [Test]
    public void Concatenation_takes_the_text_of_anything() =>
        Assert.That(Operators.Binary(BinaryOperator.Concatenate, Value.None, Value.List(Value.Of("x"))).ToText(), Is.EqualTo("None['x']"));

    [Test]
    public void Integers_and_floats_compare_exactly() =>
        Assert.Multiple(() =>
        {
            Assert.That(Operators.Compare(CompareOperator.Equal, Value.Of(9007199254740993), Value.Of(9007199254740992.0)), Is.False);
            Assert.That(Operators.Compare(CompareOperator.Greater, Value.Of(9007199254740993), Value.Of(9007199254740992.0)), Is.True);
            Assert.That(Operators.Compare(CompareOperator.Less, Value.Of(double.NaN), Value.Of(1)), Is.False);
        });

    [Test]
    public void Sequences_compare_by_their_first_difference() =>
        Assert.Multiple(() =>
        {
            Assert.That(Operators.Compare(CompareOperator.Less, Value.List(Value.Of(1), Value.Of(2)), Value.List(Value.Of(1), Value.Of(3))), Is.True);
            Assert.That(Operators.Compare(CompareOperator.Less, Value.List(Value.None), Value.List(Value.None)), Is.False);
            Assert.That(Failure(() => Operators.Compare(CompareOperator.Less, Value.List(Value.None), Value.List(Value.Of(1)))).Message,
                Is.EqualTo("'<' not supported between instances of 'NoneType' and 'int'"));
        });

    [Test]
    public void Membership_in_text_wants_text() =>
        Assert.Multiple(() =>
        {
            Assert.That(Operators.Contains(Value.Of("abc"), Value.Of("bc")), Is.True);
            Assert.That(Failure(() => Operators.Contains(Value.Of("abc"), Value.Of(1))).Message, Is.EqualTo("'in <string>' requires string as left operand, not int"));
        });

    [Test]
    public void Unpacking_counts_the_elements() =>
        Assert.Multiple(() =>
        {
            Assert.That(Failure(() => Operators.Unpack(Value.Tuple(Value.Of(1)), 2)).Message, Is.EqualTo("not enough values to unpack (expected 2, got 1)"));
            Assert.That(Failure(() => Operators.Unpack(Value.Tuple(Value.Of(1), Value.Of(2)), 1)).Message, Is.EqualTo("too many values to unpack (expected 1)"));
        });

    private static string Apply(BinaryOperator op, Value left, Value right) => Operators.Binary(op, left, right).Repr();

    private static TemplateException Failure(Action code) => Assert.Throws<TemplateException>(code)!;
}
