using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>Python's float.</summary>
public sealed class FloatValue(double value) : Value
{
    /// <summary>The number.</summary>
    public double Number { get; } = value;

    public override string TypeName => "float";

    public override bool IsTrue => Number != 0;

    public override string Repr() => FloatText.Repr(Number);

    public override bool Equals([NotNullWhen(true)] Value? other) =>
        other switch
        {
            FloatValue real => Number == real.Number,
            IntegerValue integer => NumericOrder.Equal(Number, integer),
            BooleanValue boolean => NumericOrder.Equal(Number, boolean.AsInteger),
            DecimalValue exact => exact.Equals(this),
            _ => false,
        };

    public override int GetHashCode() => NumericHash.OfFloat(Number);

    public override IEnumerable<string> MemberNames => NumberMethods.OfFloat.Names;

    public override Value? GetAttribute(string name) => NumberMethods.OfFloat.Bind(this, name);

    /// <summary>The double of an int, a bool or a float; OverflowError where an int is too large.</summary>
    internal static bool TryFrom(Value value, out double number)
    {
        switch (value)
        {
            case FloatValue real:
                number = real.Number;
                return true;
            case IntegerValue integer:
                number = IntegerMath.ToDouble(integer);
                return true;
            case BooleanValue boolean:
                number = boolean.IsTrue ? 1 : 0;
                return true;
            default:
                number = 0;
                return false;
        }
    }

    /// <summary>The integer that the number is cut to; OverflowError and ValueError for infinities and NaN.</summary>
    internal static IntegerValue Truncate(double number) =>
        double.IsNaN(number) ? throw TemplateException.ValueError("cannot convert float NaN to integer")
        : double.IsInfinity(number) ? throw new TemplateException("OverflowError", "cannot convert float infinity to integer")
        : Math.Abs(number) < 9e18 ? IntegerValue.From((long)number)
        : IntegerValue.From(new BigInteger(number));

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected) =>
        !TryFrom(other, out double number) ? null
        : reflected ? FloatMath.Apply(op, number, Number)
        : FloatMath.Apply(op, Number, number);

    protected internal override bool? Order(CompareOperator op, Value other) => NumericOrder.Compare(op, this, other);

    protected internal override string Format(string specification) => NumberFormat.OfFloat(Number, specification);
}
