using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>Python's int, of any size.</summary>
public sealed class IntegerValue : Value
{
    private IntegerValue(BigInteger value) => Big = value;

    public BigInteger Big { get; }

    public override string TypeName => "int";

    public override bool IsTrue => !Big.IsZero;

    public static IntegerValue From(long value) => new(value);

    public static IntegerValue From(BigInteger value) => new(value);

    public override string Repr() => Big.ToString();
}
