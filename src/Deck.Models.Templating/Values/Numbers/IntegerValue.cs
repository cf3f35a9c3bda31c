using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Deck.Models.Templating.Values;

/// <summary>Python's int, of any size; one machine word where it fits.</summary>
public sealed class IntegerValue : Value
{
    private const int CacheFrom = -128;
    private const int CacheTo = 1023;

    private static readonly IntegerValue[] Cache = FillCache();

    private readonly long small;
    private readonly StrongBox<BigInteger>? wide;

    private IntegerValue(long value) => small = value;

    private IntegerValue(BigInteger value) => wide = new StrongBox<BigInteger>(value);

    /// <summary>0.</summary>
    public static IntegerValue Zero => Cache[-CacheFrom];

    /// <summary>1.</summary>
    public static IntegerValue One => Cache[1 - CacheFrom];

    /// <summary>The number at any size.</summary>
    public BigInteger Big => wide is null ? small : wide.Value;

    public override string TypeName => "int";

    public override bool IsTrue => wide is not null || small != 0;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => wide is null ? Math.Sign(small) : wide.Value.Sign;

    /// <summary>The int of a machine word; small ones are shared.</summary>
    public static IntegerValue From(long value) =>
        value is >= CacheFrom and <= CacheTo ? Cache[value - CacheFrom] : new IntegerValue(value);

    /// <summary>The int of any size.</summary>
    public static IntegerValue From(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? From((long)value) : new IntegerValue(value);

    /// <summary>The int that Python sees in an int or a bool; false for every other type.</summary>
    public static bool TryFrom(Value value, [NotNullWhen(true)] out IntegerValue? integer)
    {
        integer = value as IntegerValue ?? (value as BooleanValue)?.AsInteger;
        return integer is not null;
    }

    /// <summary>The number as a machine word; false where it does not fit.</summary>
    public bool TryGetInt64(out long value)
    {
        value = small;
        return wide is null;
    }

    /// <summary>The number as a machine word, or the nearest one: what slices and widths need.</summary>
    public long Clamped => wide is null ? small : wide.Value.Sign < 0 ? long.MinValue : long.MaxValue;

    public override string Repr() => wide is null ? small.ToString() : IntegerMath.ToText(wide.Value);

    public override bool Equals([NotNullWhen(true)] Value? other) =>
        other switch
        {
            IntegerValue integer => wide is null ? integer.wide is null && small == integer.small : integer.wide is not null && wide.Value == integer.wide.Value,
            BooleanValue boolean => wide is null && small == (boolean.IsTrue ? 1 : 0),
            FloatValue or DecimalValue => other.Equals(this),
            _ => false,
        };

    public override int GetHashCode() => wide is null ? NumericHash.OfInteger(small) : NumericHash.OfInteger(wide.Value);

    public override IEnumerable<string> MemberNames => NumberMethods.OfInteger.Names;

    public override Value? GetAttribute(string name) => NumberMethods.OfInteger.Bind(this, name);

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected) =>
        !TryFrom(other, out IntegerValue? integer) ? null
        : reflected ? IntegerMath.Apply(op, integer, this)
        : IntegerMath.Apply(op, this, integer);

    protected internal override bool? Order(CompareOperator op, Value other) => NumericOrder.Compare(op, this, other);

    protected internal override string Format(string specification) => NumberFormat.OfInteger(this, specification);

    private static IntegerValue[] FillCache()
    {
        var cache = new IntegerValue[CacheTo - CacheFrom + 1];
        for (int i = 0; i < cache.Length; i++)
        {
            cache[i] = new IntegerValue((long)(i + CacheFrom));
        }

        return cache;
    }
}
