using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>Python's arithmetic on ints: exact, with a fast path on machine words.</summary>
internal static class IntegerMath
{
    /// <summary>Greatest number of bits that a power may have; larger ones would only exhaust memory.</summary>
    private const long MaxPowerBits = 1_000_000;

    /// <summary>CPython's bound on decimal digits of ints, in either direction.</summary>
    private const int MaxDigits = 4300;

    public static Value? Apply(BinaryOperator op, IntegerValue left, IntegerValue right) =>
        op switch
        {
            BinaryOperator.Add => Add(left, right),
            BinaryOperator.Subtract => Subtract(left, right),
            BinaryOperator.Multiply => Multiply(left, right),
            BinaryOperator.Divide => new FloatValue(Divide(left, right)),
            BinaryOperator.FloorDivide => FloorDivide(left, right),
            BinaryOperator.Modulo => Modulo(left, right),
            BinaryOperator.Power => Power(left, right),
            _ => null,
        };

    public static IntegerValue Add(IntegerValue left, IntegerValue right)
    {
        if (left.TryGetInt64(out long a) && right.TryGetInt64(out long b))
        {
            long sum = unchecked(a + b);
            if (((a ^ sum) & (b ^ sum)) >= 0)
            {
                return IntegerValue.From(sum);
            }
        }

        return IntegerValue.From(left.Big + right.Big);
    }

    public static IntegerValue Subtract(IntegerValue left, IntegerValue right)
    {
        if (left.TryGetInt64(out long a) && right.TryGetInt64(out long b))
        {
            long difference = unchecked(a - b);
            if (((a ^ b) & (a ^ difference)) >= 0)
            {
                return IntegerValue.From(difference);
            }
        }

        return IntegerValue.From(left.Big - right.Big);
    }

    public static IntegerValue Multiply(IntegerValue left, IntegerValue right)
    {
        if (left.TryGetInt64(out long a) && right.TryGetInt64(out long b))
        {
            Int128 product = (Int128)a * b;
            if (product >= long.MinValue && product <= long.MaxValue)
            {
                return IntegerValue.From((long)product);
            }
        }

        return (long)left.Big.GetBitLength() + (long)right.Big.GetBitLength() <= MaxPowerBits
            ? IntegerValue.From(left.Big * right.Big)
            : throw new TemplateException("MemoryError", "the product is too large");
    }

    public static IntegerValue FloorDivide(IntegerValue left, IntegerValue right)
    {
        Demand(right, "integer division or modulo by zero");
        if (left.TryGetInt64(out long a) && right.TryGetInt64(out long b) && b != -1)
        {
            long quotient = a / b;
            return IntegerValue.From(a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient);
        }

        return IntegerValue.From(FloorDivide(left.Big, right.Big));
    }

    public static IntegerValue Modulo(IntegerValue left, IntegerValue right)
    {
        Demand(right, "integer division or modulo by zero");
        if (left.TryGetInt64(out long a) && right.TryGetInt64(out long b) && b != -1)
        {
            long rest = a % b;
            return IntegerValue.From(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest);
        }

        return IntegerValue.From(left.Big - (FloorDivide(left.Big, right.Big) * right.Big));
    }

    /// <summary>The nearest double; OverflowError beyond its range.</summary>
    public static double ToDouble(IntegerValue value)
    {
        if (value.TryGetInt64(out long small))
        {
            return small;
        }

        double number = RoundToDouble(value.Big);
        return double.IsInfinity(number) ? throw new TemplateException("OverflowError", "int too large to convert to float") : number;
    }

    /// <summary>The decimal digits; ValueError where there are more than CPython writes.</summary>
    public static string ToText(BigInteger value)
    {
        const double BitsPerDigit = 3.3219280948873626;
        bool fits = value.GetBitLength() < MaxDigits * BitsPerDigit || BigInteger.Abs(value) < BigInteger.Pow(10, MaxDigits);
        return fits ? value.ToString() : throw TemplateException.ValueError($"Exceeds the limit ({MaxDigits} digits) for integer string conversion");
    }

    internal static BigInteger FloorDivide(BigInteger left, BigInteger right)
    {
        BigInteger quotient = BigInteger.DivRem(left, right, out BigInteger rest);
        return !rest.IsZero && rest.Sign != right.Sign ? quotient - 1 : quotient;
    }

    /// <summary>Correctly rounded numerator / denominator, to even on a tie.</summary>
    internal static double Ratio(BigInteger numerator, BigInteger denominator)
    {
        bool negative = numerator.Sign * denominator.Sign < 0;
        numerator = BigInteger.Abs(numerator);
        denominator = BigInteger.Abs(denominator);
        // A quotient of 64 to 66 bits, with a sticky last bit, rounds as the exact one does (subnormals aside).
        long shift = 65 - ((long)numerator.GetBitLength() - (long)denominator.GetBitLength());
        BigInteger quotient = shift >= 0
            ? BigInteger.DivRem(numerator << (int)shift, denominator, out BigInteger rest)
            : BigInteger.DivRem(numerator, denominator << (int)-shift, out rest);
        if (!rest.IsZero)
        {
            quotient |= 1;
        }

        double magnitude = Math.ScaleB(RoundToDouble(quotient), (int)Math.Clamp(-shift, -5000, 5000));
        return negative ? -magnitude : magnitude;
    }

    private static double Divide(IntegerValue left, IntegerValue right)
    {
        Demand(right, "division by zero");
        const long Exact = 1L << 53;
        if (left.TryGetInt64(out long a) && right.TryGetInt64(out long b) && a is <= Exact and >= -Exact && b is <= Exact and >= -Exact)
        {
            return (double)a / b;
        }

        double ratio = left.Sign == 0 ? Math.CopySign(0, right.Sign) : Ratio(left.Big, right.Big);
        return double.IsInfinity(ratio) ? throw new TemplateException("OverflowError", "integer division result too large for a float") : ratio;
    }

    private static Value Power(IntegerValue left, IntegerValue right)
    {
        if (right.Sign < 0)
        {
            return FloatMath.Power(ToDouble(left), ToDouble(right));
        }

        BigInteger magnitude = BigInteger.Abs(left.Big);
        long bits = (long)magnitude.GetBitLength();
        if (bits > 1 && (!right.TryGetInt64(out long exponent) || exponent > MaxPowerBits / bits))
        {
            throw new TemplateException("MemoryError", "the power is too large");
        }

        // 0 and 1 to any power: the exponent matters by its parity only.
        int small = bits > 1 || right.Clamped <= 1 ? (int)right.Clamped : 2 + (int)(right.Big & 1);
        return IntegerValue.From(BigInteger.Pow(left.Big, small));
    }

    /// <summary>The nearest double, ties to even; .NET's own conversion cuts.</summary>
    private static double RoundToDouble(BigInteger value)
    {
        BigInteger magnitude = BigInteger.Abs(value);
        int extra = (int)((long)magnitude.GetBitLength() - 64);
        if (extra <= 0)
        {
            double direct = (double)(ulong)magnitude;
            return value.Sign < 0 ? -direct : direct;
        }

        BigInteger top = magnitude >> extra;
        if (!(magnitude - (top << extra)).IsZero)
        {
            top |= 1;
        }

        double rounded = Math.ScaleB((double)(ulong)top, extra);
        return value.Sign < 0 ? -rounded : rounded;
    }

    private static void Demand(IntegerValue divisor, string message)
    {
        if (divisor.Sign == 0)
        {
            throw new TemplateException("ZeroDivisionError", message);
        }
    }
}
