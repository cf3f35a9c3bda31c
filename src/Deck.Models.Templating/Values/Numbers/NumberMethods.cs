namespace Deck.Models.Templating.Values;

/// <summary>The methods and properties of int and float.</summary>
internal static class NumberMethods
{
    public static MethodTable<IntegerValue> OfInteger { get; } = new MethodTable<IntegerValue>(
        ("bit_length()", (i, _) => Value.Of((long)System.Numerics.BigInteger.Abs(i.Big).GetBitLength())),
        ("bit_count()", (i, _) => Value.Of((long)System.Numerics.BigInteger.PopCount(System.Numerics.BigInteger.Abs(i.Big)))),
        ("to_bytes(length=1, byteorder='big', *, signed=False)", (i, a) => IntegerBytes.Of(i.Big, a.Integer(0), a.Text(1), a[2].IsTrue)),
        ("from_bytes(bytes, byteorder='big', *, signed=False)", (_, a) => Value.Of(IntegerBytes.Read(a[0], a.Text(1), a[2].IsTrue))),
        ("conjugate()", (i, _) => i),
        ("as_integer_ratio()", (i, _) => Value.Tuple(i, IntegerValue.One)))
        .WithProperties(
            ("real", i => i),
            ("imag", _ => IntegerValue.Zero),
            ("numerator", i => i),
            ("denominator", _ => IntegerValue.One));

    public static MethodTable<FloatValue> OfFloat { get; } = new MethodTable<FloatValue>(
        ("is_integer()", (f, _) => Value.Of(double.IsFinite(f.Number) && Math.Floor(f.Number) == f.Number)),
        ("conjugate()", (f, _) => f),
        ("hex()", (f, _) => Value.Of(FloatText.Hex(f.Number))),
        ("as_integer_ratio()", (f, _) => Ratio(f.Number)))
        .WithProperties(
            ("real", f => f),
            ("imag", _ => Value.Of(0.0)));

    private static TupleValue Ratio(double number)
    {
        FloatValue.Truncate(number);
        PythonDecimal exact = PythonDecimal.FromDouble(number);
        System.Numerics.BigInteger denominator = System.Numerics.BigInteger.Pow(10, Math.Max(0, -exact.Exponent));
        System.Numerics.BigInteger divisor = System.Numerics.BigInteger.GreatestCommonDivisor(exact.Coefficient, denominator);
        return Value.Tuple(Value.Of(exact.Signed / divisor), Value.Of(denominator / divisor));
    }
}
