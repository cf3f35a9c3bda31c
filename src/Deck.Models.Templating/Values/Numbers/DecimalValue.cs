using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>Python's decimal.Decimal, which numeric columns of PostgreSQL arrive as.</summary>
public sealed class DecimalValue : Value
{
    internal DecimalValue(PythonDecimal number) => Number = number;

    public override string TypeName => "decimal.Decimal";

    public override bool IsTrue => !Number.IsZero;

    internal PythonDecimal Number { get; }

    /// <summary>A decimal from its text, such as PostgreSQL's `1.10`, its scale kept.</summary>
    public static DecimalValue Parse(string text) =>
        PythonDecimal.TryParse(text, out PythonDecimal number)
            ? new DecimalValue(number)
            : throw new TemplateException("InvalidOperation", "[<class 'decimal.ConversionSyntax'>]");

    /// <summary>coefficient × 10^-scale.</summary>
    public static DecimalValue From(BigInteger coefficient, int scale) => new(new PythonDecimal(coefficient, -scale));

    public override string Repr() => $"Decimal('{Number}')";

    public override string ToText() => Number.ToString();

    public override bool Equals([NotNullWhen(true)] Value? other) =>
        other is DecimalValue or IntegerValue or FloatValue or BooleanValue && Number.CompareTo(Exact(other)) == 0;

    public override int GetHashCode() =>
        Number.IsFinite ? NumericHash.OfDecimal(Number.Signed, Number.Exponent) : NumericHash.OfFloat(Number.ToDouble());

    public override IEnumerable<string> MemberNames => DecimalMethods.Table.Names;

    public override Value? GetAttribute(string name) => DecimalMethods.Table.Bind(this, name);

    /// <summary>The exact decimal of any number.</summary>
    internal static PythonDecimal Exact(Value number) =>
        number switch
        {
            DecimalValue exact => exact.Number,
            IntegerValue integer => new PythonDecimal(integer.Big, 0),
            BooleanValue boolean => new PythonDecimal(boolean.AsInteger.Big, 0),
            FloatValue real => PythonDecimal.FromDouble(real.Number),
            _ => throw TemplateException.TypeError($"conversion from {number.TypeName} to Decimal is not supported"),
        };

    /// <summary>An operand that a method takes: a Decimal or an int.</summary>
    internal static PythonDecimal Operand(Value number) =>
        number is FloatValue ? throw TemplateException.TypeError("conversion from float to Decimal is not supported") : Exact(number);

    /// <summary>The integer that the number is cut to.</summary>
    internal IntegerValue Truncate()
    {
        if (!Number.IsFinite)
        {
            throw Number.IsNaN
                ? TemplateException.ValueError("cannot convert NaN to integer")
                : new TemplateException("OverflowError", "cannot convert Infinity to integer");
        }

        BigInteger power = BigInteger.Pow(10, Math.Abs(Number.Exponent));
        return IntegerValue.From(Number.Exponent >= 0 ? Number.Signed * power : Number.Signed / power);
    }

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected)
    {
        if (other is not (DecimalValue or IntegerValue or BooleanValue))
        {
            return null;
        }

        PythonDecimal number = Exact(other);
        return (reflected ? DecimalMath.Apply(op, number, Number) : DecimalMath.Apply(op, Number, number)) is PythonDecimal result
            ? new DecimalValue(result)
            : null;
    }

    protected internal override bool? Order(CompareOperator op, Value other) => NumericOrder.Compare(op, this, other);

    protected internal override string Format(string specification) => NumberFormat.OfDecimal(Number, specification);
}
