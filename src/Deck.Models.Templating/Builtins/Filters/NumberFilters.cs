using System.Numerics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The filters on numbers, and those that make numbers.</summary>
internal static class NumberFilters
{
    public static Filter[] All { get; } =
    [
        FilterSet.Define("abs()", (c, _) => Absolute(c.Input)),
        FilterSet.Define("int(default=0, base=10)", (c, a) => ToInteger(c.Input, a)),
        FilterSet.Define("float(default=0.0)", (c, a) => NumberReader.TryFloat(c.Input, out double number) ? Value.Of(number) : a[0]),
        FilterSet.Define("round(precision=0, method='common')", (c, a) => RoundFilter.Apply(c.Input, a)),
        FilterSet.Define("filesizeformat(binary=False)", (c, a) => Value.Of(FileSize(c.Input, a[0].IsTrue ? 1024 : 1000))),
    ];

    private static Value Absolute(Value value) =>
        value switch
        {
            IntegerValue integer => integer.Sign < 0 ? Operators.Negate(integer) : integer,
            BooleanValue boolean => boolean.AsInteger,
            FloatValue real => Value.Of(Math.Abs(real.Number)),
            DecimalValue number => new DecimalValue(DecimalMath.Round(number.Number.WithoutSign())),
            TimeDeltaValue delta => delta.Absolute(),
            _ => throw TemplateException.TypeError($"bad operand type for abs(): '{value.TypeName}'"),
        };

    private static Value ToInteger(Value value, BoundArguments arguments)
    {
        if (value is StringValue text && NumberReader.TryInteger(text.Text, IntegerBase(arguments[1]), out BigInteger parsed))
        {
            return Value.Of(parsed);
        }

        try
        {
            return value switch
            {
                IntegerValue => value,
                BooleanValue boolean => boolean.AsInteger,
                FloatValue real => FloatValue.Truncate(real.Number),
                DecimalValue number => number.Truncate(),
                _ => NumberReader.TryFloat(value, out double real) ? FloatValue.Truncate(real) : arguments[0],
            };
        }
        catch (TemplateException error) when (error.PythonClass == "ValueError" || (error.PythonClass == "OverflowError" && value is StringValue))
        {
            return arguments[0];
        }
    }

    private static int IntegerBase(Value value) =>
        IntegerValue.TryFrom(value, out IntegerValue? integer) ? (int)Math.Clamp(integer.Clamped, -1, 99) : -1;

    private static string FileSize(Value value, int unit)
    {
        double bytes = NumberReader.ToFloat(value);
        if (bytes == 1)
        {
            return "1 Byte";
        }

        if (bytes < unit)
        {
            return $"{FloatValue.Truncate(bytes).Repr()} Bytes";
        }

        string infix = unit == 1024 ? "iB" : "B";
        double size = bytes;
        string prefix = "";
        foreach (char letter in unit == 1024 ? "KMGTPEZY" : "kMGTPEZY")
        {
            double next = size / unit;
            prefix = letter + infix;
            size = next;
            if (size < unit)
            {
                break;
            }
        }

        return $"{Value.Of(size).Format(".1f")} {prefix}";
    }
}
