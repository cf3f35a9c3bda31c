using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>Python's own hashes, where they are the same in every run: those of numbers, and of tuples of them.</summary>
internal static class PythonHash
{
    /// <summary>The prime that numbers are reduced by: 2^61 - 1.</summary>
    private const long Modulus = (1L << 61) - 1;
    private const long OfInfinity = 314159;

    private const ulong FirstPrime = 11400714785074694791;
    private const ulong SecondPrime = 14029467366897019727;
    private const ulong FifthPrime = 2870177450012600261;

    /// <summary>The hash, or null for what Python hashes by chance (texts, dates, objects).</summary>
    public static long? Of(Value value) =>
        value switch
        {
            IntegerValue integer => OfInteger(integer.Big),
            BooleanValue boolean => boolean.IsTrue ? 1 : 0,
            FloatValue { Number: var number } => double.IsNaN(number) ? null : OfDecimal(PythonDecimal.FromDouble(number)),
            DecimalValue { Number: var number } => number.IsNaN ? null : OfDecimal(number),
            TupleValue tuple => tuple.StableHash,
            _ => null,
        };

    private static long OfInteger(BigInteger number) => NotMinusOne((long)(BigInteger.Abs(number) % Modulus) * number.Sign);

    /// <summary>digits × 10^exponent modulo the prime, a negative exponent by the inverse of 10.</summary>
    private static long OfDecimal(PythonDecimal number)
    {
        if (!number.IsFinite)
        {
            return number.IsNegative ? -OfInfinity : OfInfinity;
        }

        BigInteger ten = number.Exponent >= 0 ? 10 : BigInteger.ModPow(10, Modulus - 2, Modulus);
        BigInteger hash = number.Coefficient % Modulus * BigInteger.ModPow(ten, Math.Abs((long)number.Exponent), Modulus) % Modulus;
        return NotMinusOne((long)hash * (number.IsNegative ? -1 : 1));
    }

    /// <summary>CPython's variant of xxHash; <see cref="TupleValue.StableHash"/> remembers it.</summary>
    public static long? OfTuple(TupleValue tuple)
    {
        SequenceLimits.DemandStack();
        ulong sum = FifthPrime;
        foreach (Value item in tuple.Items)
        {
            if (Of(item) is not long hash)
            {
                return null;
            }

            sum += (ulong)hash * SecondPrime;
            sum = BitOperations.RotateLeft(sum, 31) * FirstPrime;
        }

        sum += (ulong)tuple.Items.Length ^ (FifthPrime ^ 3527539UL);
        return sum == ulong.MaxValue ? 1546275796 : (long)sum;
    }

    /// <summary>-1 is how CPython reports a failure.</summary>
    private static long NotMinusOne(long hash) => hash == -1 ? -2 : hash;
}
