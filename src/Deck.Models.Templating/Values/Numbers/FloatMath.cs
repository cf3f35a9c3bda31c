namespace Deck.Models.Templating.Values;

/// <summary>Python's arithmetic on floats: division by zero is an error, the remainder takes the divisor's sign.</summary>
internal static class FloatMath
{
    public static Value? Apply(BinaryOperator op, double left, double right) =>
        op switch
        {
            BinaryOperator.Add => new FloatValue(left + right),
            BinaryOperator.Subtract => new FloatValue(left - right),
            BinaryOperator.Multiply => new FloatValue(left * right),
            BinaryOperator.Divide => new FloatValue(left / Demand(right, "float division by zero")),
            BinaryOperator.FloorDivide => new FloatValue(FloorDivide(left, Demand(right, "float floor division by zero"))),
            BinaryOperator.Modulo => new FloatValue(Modulo(left, Demand(right, "float modulo"))),
            BinaryOperator.Power => Power(left, right),
            _ => null,
        };

    public static FloatValue Power(double left, double right)
    {
        if (left == 0 && right < 0)
        {
            throw new TemplateException("ZeroDivisionError", "0.0 cannot be raised to a negative power");
        }

        if (left < 0 && double.IsFinite(left) && double.IsFinite(right) && right != Math.Floor(right))
        {
            throw TemplateException.ValueError("a negative number to a fractional power is complex, which templates cannot hold");
        }

        double power = Math.Pow(left, right);
        return double.IsInfinity(power) && double.IsFinite(left) && double.IsFinite(right)
            ? throw new TemplateException("OverflowError", "(34, 'Numerical result out of range')")
            : new FloatValue(power);
    }

    private static double Modulo(double left, double right)
    {
        double rest = left % right;
        return rest == 0 ? Math.CopySign(0, right)
            : (right < 0) != (rest < 0) ? rest + right
            : rest;
    }

    private static double FloorDivide(double left, double right)
    {
        double rest = left % right;
        double quotient = (left - rest) / right;
        if (rest != 0 && (right < 0) != (rest < 0))
        {
            quotient -= 1;
        }

        if (quotient == 0)
        {
            return Math.CopySign(0, left / right);
        }

        double floor = Math.Floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    private static double Demand(double divisor, string message) =>
        divisor == 0 ? throw new TemplateException("ZeroDivisionError", message) : divisor;
}
