using System.Numerics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The filter `round`: half to even on the exact value, as Python rounds.</summary>
internal static class RoundFilter
{
    public static Value Apply(Value value, BoundArguments arguments)
    {
        string method = (arguments[1] as StringValue)?.Text ?? "";
        return method switch
        {
            "common" => Round(value, arguments[0]),
            "ceil" or "floor" => Directed(value, arguments, method == "ceil"),
            _ => throw FilterSet.ArgumentError("method must be common, ceil or floor"),
        };
    }

    private static Value Round(Value value, Value precision)
    {
        if (value is UndefinedValue or not (IntegerValue or BooleanValue or FloatValue or DecimalValue))
        {
            throw TemplateException.TypeError($"type {value.TypeName} doesn't define __round__ method");
        }

        if (precision.IsNone)
        {
            return value is FloatValue real ? FloatValue.Truncate(Math.Round(real.Number, MidpointRounding.ToEven))
                : value is DecimalValue number ? new DecimalValue(DecimalMath.Rescale(number.Number, 0)).Truncate()
                : Operators.Plus(value);
        }

        if (!IntegerValue.TryFrom(precision, out IntegerValue? digits))
        {
            throw TemplateException.TypeError($"'{precision.TypeName}' object cannot be interpreted as an integer");
        }

        int places = (int)Math.Clamp(digits.Clamped, -5000, 5000);
        return value switch
        {
            FloatValue real => double.IsFinite(real.Number) && places < 330
                ? Value.Of(DecimalMath.Rescale(PythonDecimal.FromDouble(real.Number), -places).ToDouble())
                : real,
            DecimalValue number => new DecimalValue(DecimalFunctions.Quantize(number.Number, new PythonDecimal(1, -places), DecimalRounding.HalfEven)),
            _ => RoundInteger(Operators.Plus(value), places),
        };
    }

    private static Value RoundInteger(Value value, int places)
    {
        if (places >= 0)
        {
            return value;
        }

        PythonDecimal rounded = DecimalMath.Rescale(new PythonDecimal(((IntegerValue)value).Big, 0), -places);
        return Value.Of(rounded.Signed * BigInteger.Pow(10, -places));
    }

    /// <summary>jinja2's `ceil(value * 10**precision) / 10**precision`.</summary>
    private static Value Directed(Value value, BoundArguments arguments, bool up)
    {
        Value factor = Operators.Binary(BinaryOperator.Power, Value.Of(10), arguments[0]);
        Value scaled = Operators.Binary(BinaryOperator.Multiply, value, factor);
        Value whole = scaled switch
        {
            IntegerValue => scaled,
            FloatValue real => FloatValue.Truncate(up ? Math.Ceiling(real.Number) : Math.Floor(real.Number)),
            DecimalValue number => Directed(number, up),
            _ => throw TemplateException.TypeError($"must be real number, not {scaled.TypeName}"),
        };
        return Operators.Binary(BinaryOperator.Divide, whole, factor);
    }

    private static IntegerValue Directed(DecimalValue number, bool up)
    {
        IntegerValue cut = number.Truncate();
        int sign = number.Number.CompareTo(new PythonDecimal(cut.Big, 0)) ?? 0;
        return IntegerValue.From(cut.Big + (up && sign > 0 ? 1 : !up && sign < 0 ? -1 : 0));
    }
}
