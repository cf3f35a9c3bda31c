using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>The methods of decimal.Decimal that templates call.</summary>
internal static class DecimalMethods
{
    public static MethodTable<DecimalValue> Table { get; } = new MethodTable<DecimalValue>(
        ("conjugate()", (d, _) => d),
        ("as_integer_ratio()", (d, _) => Ratio(d)),
        ("as_tuple()", (d, _) => Parts(d.Number)),
        ("compare(other)", (d, a) => Compare(d.Number, DecimalValue.Operand(a[0]))),
        ("max(other)", (d, a) => new DecimalValue(Extreme(d.Number, DecimalValue.Operand(a[0]), 1))),
        ("min(other)", (d, a) => new DecimalValue(Extreme(d.Number, DecimalValue.Operand(a[0]), -1))),
        ("sqrt()", (d, _) => new DecimalValue(DecimalMath.SquareRoot(d.Number))),
        ("is_nan()", (d, _) => Value.Of(d.Number.IsNaN)),
        ("is_infinite()", (d, _) => Value.Of(d.Number.IsInfinite)),
        ("is_finite()", (d, _) => Value.Of(d.Number.IsFinite)),
        ("is_zero()", (d, _) => Value.Of(d.Number.IsZero)),
        ("is_signed()", (d, _) => Value.Of(d.Number.IsNegative)),
        ("adjusted()", (d, _) => Value.Of(d.Number.Digits + d.Number.Exponent - 1)),
        ("copy_abs()", (d, _) => new DecimalValue(d.Number.WithoutSign())),
        ("copy_negate()", (d, _) => new DecimalValue(d.Number.Negated())),
        ("to_integral_value()", (d, _) => new DecimalValue(d.Number.Exponent >= 0 ? d.Number : DecimalMath.Rescale(d.Number, 0))),
        ("normalize()", (d, _) => new DecimalValue(Normalize(d.Number))),
        ("quantize(exp)", (d, a) => new DecimalValue(DecimalMath.Rescale(d.Number, DecimalValue.Exact(a[0]).Exponent))))
        .WithProperties(
            ("real", d => d),
            ("imag", _ => new DecimalValue(new PythonDecimal(0, 0))));

    private static TupleValue Ratio(DecimalValue number)
    {
        BigInteger whole = number.Number.Exponent >= 0 ? number.Truncate().Big : number.Number.Signed;
        BigInteger power = BigInteger.Pow(10, Math.Max(-number.Number.Exponent, 0));
        BigInteger divisor = BigInteger.GreatestCommonDivisor(whole, power);
        return Value.Tuple(Value.Of(whole / divisor), Value.Of(power / divisor));
    }

    private static TupleValue Parts(PythonDecimal number) => TupleValue.Named(
        "DecimalTuple",
        ["sign", "digits", "exponent"],
        Value.Of(number.IsNegative ? 1 : 0),
        Value.Tuple([.. number.Coefficient.ToString().Select(d => Value.Of((long)(d - '0')))]),
        number.IsFinite ? Value.Of(number.Exponent) : Value.Of(number.IsNaN ? "n" : "F"));

    private static DecimalValue Compare(PythonDecimal left, PythonDecimal right) =>
        new(left.CompareTo(right) is int sign ? new PythonDecimal(sign, 0) : PythonDecimal.NaN);

    /// <summary>The greater of two numbers, or the smaller one; a number beats NaN.</summary>
    private static PythonDecimal Extreme(PythonDecimal left, PythonDecimal right, int wanted)
    {
        int sign = left.IsNaN ? -wanted : right.IsNaN ? wanted : left.CompareTo(right) ?? 0;
        return DecimalMath.Round(sign * wanted >= 0 ? left : right);
    }

    private static PythonDecimal Normalize(PythonDecimal number)
    {
        PythonDecimal rounded = DecimalMath.Round(number);
        if (!rounded.IsFinite || rounded.Coefficient.IsZero)
        {
            return rounded.IsFinite ? PythonDecimal.Finite(rounded.IsNegative, 0, 0) : rounded;
        }

        (BigInteger coefficient, int exponent) = (rounded.Coefficient, rounded.Exponent);
        while (coefficient % 10 == 0)
        {
            coefficient /= 10;
            exponent++;
        }

        return PythonDecimal.Finite(rounded.IsNegative, coefficient, exponent);
    }
}
