namespace Deck.Models.Templating.Values;

/// <summary>The methods of decimal.Decimal that templates call.</summary>
internal static class DecimalMethods
{
    public static MethodTable<DecimalValue> Table { get; } = new(
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
        ("quantize(exp)", (d, a) => new DecimalValue(DecimalMath.Rescale(d.Number, DecimalValue.Exact(a[0]).Exponent))));

    private static PythonDecimal Normalize(PythonDecimal number)
    {
        PythonDecimal rounded = DecimalMath.Round(number);
        if (!rounded.IsFinite || rounded.Coefficient.IsZero)
        {
            return rounded.IsFinite ? PythonDecimal.Finite(rounded.IsNegative, 0, 0) : rounded;
        }

        (System.Numerics.BigInteger coefficient, int exponent) = (rounded.Coefficient, rounded.Exponent);
        while (coefficient % 10 == 0)
        {
            coefficient /= 10;
            exponent++;
        }

        return PythonDecimal.Finite(rounded.IsNegative, coefficient, exponent);
    }
}
