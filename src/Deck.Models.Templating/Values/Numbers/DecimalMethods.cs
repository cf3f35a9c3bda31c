using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>The methods of decimal.Decimal.</summary>
internal static class DecimalMethods
{
    private static readonly (string Signature, Func<DecimalValue, BoundArguments, Value> Body)[] All =
    [
        ("adjusted()", (d, _) => Value.Of(d.Number.Adjusted)),
        ("as_integer_ratio()", (d, _) => Ratio(d)),
        ("as_tuple()", (d, _) => Parts(d.Number)),
        ("canonical()", (d, _) => d),
        ("compare(other, context=None)", (d, a) => Compare(d.Number, Operand(a))),
        ("compare_signal(other, context=None)", (d, a) => Compare(d.Number, Operand(a)) is { Number.IsNaN: false } order ? order : throw DecimalMath.Invalid()),
        ("compare_total(other, context=None)", (d, a) => Of(new PythonDecimal(DecimalOrder.CompareTotal(d.Number, Operand(a)), 0))),
        ("compare_total_mag(other, context=None)", (d, a) => Of(new PythonDecimal(DecimalOrder.CompareMagnitude(d.Number, Operand(a)), 0))),
        ("conjugate()", (d, _) => d),
        ("copy_abs()", (d, _) => Of(d.Number.WithoutSign())),
        ("copy_negate()", (d, _) => Of(d.Number.Negated())),
        ("copy_sign(other, context=None)", (d, a) => Of(d.Number.WithSign(Operand(a).IsNegative))),
        ("exp(context=None)", (d, _) => Of(DecimalPower.Exponential(d.Number))),
        ("fma(other, third, context=None)", (d, a) => Of(DecimalFunctions.MultiplyAdd(d.Number, Operand(a), DecimalValue.Operand(a[1])))),
        ("from_float(f, /)", (_, a) => Of(DecimalValue.Exact(a[0]))),
        ("is_canonical()", (_, _) => Value.Of(true)),
        ("is_finite()", (d, _) => Value.Of(d.Number.IsFinite)),
        ("is_infinite()", (d, _) => Value.Of(d.Number.IsInfinite)),
        ("is_nan()", (d, _) => Value.Of(d.Number.IsNaN)),
        ("is_normal(context=None)", (d, _) => Value.Of(DecimalOrder.IsNormal(d.Number))),
        ("is_qnan()", (d, _) => Value.Of(d.Number.IsNaN)),
        ("is_signed()", (d, _) => Value.Of(d.Number.IsNegative)),
        ("is_snan()", (_, _) => Value.Of(false)),
        ("is_subnormal(context=None)", (d, _) => Value.Of(d.Number is { IsFinite: true, IsZero: false } && !DecimalOrder.IsNormal(d.Number))),
        ("is_zero()", (d, _) => Value.Of(d.Number.IsZero)),
        ("ln(context=None)", (d, _) => Of(DecimalPower.NaturalLogarithm(d.Number))),
        ("log10(context=None)", (d, _) => Of(DecimalPower.DecimalLogarithm(d.Number))),
        ("logb(context=None)", (d, _) => Of(DecimalFunctions.Logb(d.Number))),
        ("logical_and(other, context=None)", (d, a) => Of(DecimalFunctions.Logical(d.Number, Operand(a), (x, y) => x && y))),
        ("logical_invert(context=None)", (d, _) => Of(DecimalFunctions.Logical(d.Number, d.Number, (x, _) => !x))),
        ("logical_or(other, context=None)", (d, a) => Of(DecimalFunctions.Logical(d.Number, Operand(a), (x, y) => x || y))),
        ("logical_xor(other, context=None)", (d, a) => Of(DecimalFunctions.Logical(d.Number, Operand(a), (x, y) => x != y))),
        ("max(other, context=None)", (d, a) => Of(DecimalOrder.Extreme(d.Number, Operand(a), 1))),
        ("max_mag(other, context=None)", (d, a) => Of(DecimalOrder.Extreme(d.Number, Operand(a), 1, bySize: true))),
        ("min(other, context=None)", (d, a) => Of(DecimalOrder.Extreme(d.Number, Operand(a), -1))),
        ("min_mag(other, context=None)", (d, a) => Of(DecimalOrder.Extreme(d.Number, Operand(a), -1, bySize: true))),
        ("next_minus(context=None)", (d, _) => Of(DecimalOrder.Next(d.Number, -1))),
        ("next_plus(context=None)", (d, _) => Of(DecimalOrder.Next(d.Number, 1))),
        ("next_toward(other, context=None)", (d, a) => Of(DecimalOrder.NextToward(d.Number, Operand(a)))),
        ("normalize(context=None)", (d, _) => Of(DecimalFunctions.Normalize(d.Number))),
        ("number_class(context=None)", (d, _) => Value.Of(DecimalOrder.ClassOf(d.Number))),
        ("quantize(exp, rounding=None, context=None)", (d, a) => Of(DecimalFunctions.Quantize(d.Number, Operand(a), DecimalRounding.Of(a[1])))),
        ("radix()", (_, _) => Of(new PythonDecimal(10, 0))),
        ("remainder_near(other, context=None)", (d, a) => Of(DecimalFunctions.RemainderNear(d.Number, Operand(a)))),
        ("rotate(other, context=None)", (d, a) => Of(DecimalFunctions.Shift(d.Number, Operand(a), goesAround: true))),
        ("same_quantum(other, context=None)", (d, a) => Value.Of(IsSameQuantum(d.Number, Operand(a)))),
        ("scaleb(other, context=None)", (d, a) => Of(DecimalFunctions.ScaleBy(d.Number, Operand(a)))),
        ("shift(other, context=None)", (d, a) => Of(DecimalFunctions.Shift(d.Number, Operand(a), goesAround: false))),
        ("sqrt(context=None)", (d, _) => Of(DecimalMath.SquareRoot(d.Number))),
        ("to_eng_string(context=None)", (d, _) => Value.Of(d.Number.ToString(byThousands: true))),
        ("to_integral(rounding=None, context=None)", (d, a) => Of(DecimalFunctions.ToIntegral(d.Number, DecimalRounding.Of(a[0])))),
        ("to_integral_exact(rounding=None, context=None)", (d, a) => Of(DecimalFunctions.ToIntegral(d.Number, DecimalRounding.Of(a[0])))),
        ("to_integral_value(rounding=None, context=None)", (d, a) => Of(DecimalFunctions.ToIntegral(d.Number, DecimalRounding.Of(a[0])))),
    ];

    public static MethodTable<DecimalValue> Table { get; } = new MethodTable<DecimalValue>([.. All.Select(DemandContext)])
        .WithProperties(
            ("real", d => d),
            ("imag", _ => new DecimalValue(new PythonDecimal(0, 0))));

    /// <summary>The method, refusing a context that is none: templates have no way to make one.</summary>
    private static (string Signature, Func<DecimalValue, BoundArguments, Value> Body) DemandContext((string Signature, Func<DecimalValue, BoundArguments, Value> Body) method)
    {
        int place = method.Signature.Split(',').Length - 1;
        return !method.Signature.EndsWith("context=None)", StringComparison.Ordinal)
            ? method
            : (method.Signature, (number, arguments) => arguments[place].IsNone
                ? method.Body(number, arguments)
                : throw TemplateException.TypeError("optional argument must be a context"));
    }

    private static DecimalValue Of(PythonDecimal number) => new(number);

    /// <summary>The first argument: a Decimal or an int.</summary>
    private static PythonDecimal Operand(BoundArguments arguments) => DecimalValue.Operand(arguments[0]);

    private static TupleValue Ratio(DecimalValue number)
    {
        if (!number.Number.IsFinite)
        {
            throw number.Number.IsNaN
                ? TemplateException.ValueError("cannot convert NaN to integer ratio")
                : new TemplateException("OverflowError", "cannot convert Infinity to integer ratio");
        }

        BigInteger whole = number.Number.Exponent >= 0 ? number.Truncate().Big : number.Number.Signed;
        BigInteger power = BigInteger.Pow(10, Math.Max(-number.Number.Exponent, 0));
        BigInteger divisor = BigInteger.GreatestCommonDivisor(whole, power);
        return Value.Tuple(Value.Of(whole / divisor), Value.Of(power / divisor));
    }

    private static TupleValue Parts(PythonDecimal number) => TupleValue.Named(
        "DecimalTuple",
        ["sign", "digits", "exponent"],
        Value.Of(number.IsNegative ? 1 : 0),
        number.IsNaN ? TupleValue.Empty : Value.Tuple([.. number.Coefficient.ToString().Select(d => Value.Of((long)(d - '0')))]),
        number.IsFinite ? Value.Of(number.Exponent) : Value.Of(number.IsNaN ? "n" : "F"));

    private static DecimalValue Compare(PythonDecimal left, PythonDecimal right) =>
        Of(left.CompareTo(right) is int sign ? new PythonDecimal(sign, 0) : PythonDecimal.NaN);

    private static bool IsSameQuantum(PythonDecimal left, PythonDecimal right) =>
        left.IsFinite && right.IsFinite ? left.Exponent == right.Exponent : left.IsNaN == right.IsNaN && left.IsInfinite == right.IsInfinite;
}
