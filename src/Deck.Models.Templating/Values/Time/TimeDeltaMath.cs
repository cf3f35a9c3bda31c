using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>Python's arithmetic on timedelta: rounded to the microsecond, half to even.</summary>
internal static class TimeDeltaMath
{
    public static Value? Apply(BinaryOperator op, TimeDeltaValue delta, Value other, bool reflected)
    {
        if (other is TimeDeltaValue second)
        {
            return reflected ? null : Apply(op, delta.Microseconds, second.Microseconds);
        }

        if (op == BinaryOperator.Multiply)
        {
            return IntegerValue.TryFrom(other, out IntegerValue? count) ? Create((BigInteger)delta.Microseconds * count.Big)
                : other is FloatValue factor ? Scale(delta, factor.Number)
                : null;
        }

        if (reflected)
        {
            return null;
        }

        return op switch
        {
            BinaryOperator.Divide when IntegerValue.TryFrom(other, out IntegerValue? divisor) => Create(Round((BigInteger)delta.Microseconds, Demand(divisor.Big))),
            BinaryOperator.Divide when other is FloatValue real => DivideBy(delta, real.Number),
            BinaryOperator.FloorDivide when IntegerValue.TryFrom(other, out IntegerValue? divisor) =>
                Create(IntegerMath.FloorDivide((BigInteger)delta.Microseconds, Demand(divisor.Big))),
            _ => null,
        };
    }

    /// <summary>A duration from a sum of units; OverflowError where it is out of range.</summary>
    public static TimeDeltaValue Create(BigInteger microseconds) =>
        BigInteger.Abs(microseconds) < (BigInteger)long.MaxValue * 1000
            ? new TimeDeltaValue((Int128)microseconds)
            : throw new TemplateException("OverflowError", "days out of range; must have magnitude <= 999999999");

    /// <summary>The nearest quotient, half to even.</summary>
    public static BigInteger Round(BigInteger dividend, BigInteger divisor)
    {
        BigInteger floor = IntegerMath.FloorDivide(dividend, divisor);
        int half = BigInteger.Abs((dividend - (floor * divisor)) * 2).CompareTo(BigInteger.Abs(divisor));
        return half > 0 || (half == 0 && !floor.IsEven) ? floor + 1 : floor;
    }

    private static Value? Apply(BinaryOperator op, Int128 left, Int128 right) =>
        op switch
        {
            BinaryOperator.Add => Create((BigInteger)left + (BigInteger)right),
            BinaryOperator.Subtract => Create((BigInteger)left - (BigInteger)right),
            BinaryOperator.Divide => Value.Of(IntegerMath.Ratio((BigInteger)left, Demand((BigInteger)right))),
            BinaryOperator.FloorDivide => Value.Of(IntegerMath.FloorDivide((BigInteger)left, Demand((BigInteger)right))),
            BinaryOperator.Modulo => Create((BigInteger)left - (IntegerMath.FloorDivide((BigInteger)left, Demand((BigInteger)right)) * (BigInteger)right)),
            _ => null,
        };

    private static TimeDeltaValue Scale(TimeDeltaValue delta, double factor)
    {
        FloatValue.Truncate(factor);
        PythonDecimal exact = PythonDecimal.FromDouble(factor);
        BigInteger power = BigInteger.Pow(10, Math.Abs(exact.Exponent));
        return exact.Exponent >= 0
            ? Create((BigInteger)delta.Microseconds * exact.Signed * power)
            : Create(Round((BigInteger)delta.Microseconds * exact.Signed, power));
    }

    private static TimeDeltaValue DivideBy(TimeDeltaValue delta, double divisor)
    {
        if (divisor == 0)
        {
            throw new TemplateException("ZeroDivisionError", "division by zero");
        }

        FloatValue.Truncate(divisor);
        PythonDecimal exact = PythonDecimal.FromDouble(divisor);
        BigInteger power = BigInteger.Pow(10, Math.Abs(exact.Exponent));
        return exact.Exponent >= 0
            ? Create(Round((BigInteger)delta.Microseconds, exact.Signed * power))
            : Create(Round((BigInteger)delta.Microseconds * power, exact.Signed));
    }

    private static BigInteger Demand(BigInteger divisor) =>
        divisor.IsZero ? throw new TemplateException("ZeroDivisionError", "integer division or modulo by zero") : divisor;
}
