using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>Python's bool; equal to the integers 1 and 0.</summary>
public sealed class BooleanValue : Value
{
    private readonly bool value;

    private BooleanValue(bool value) => this.value = value;

    /// <summary>Python's True.</summary>
    public static BooleanValue True { get; } = new(true);

    /// <summary>Python's False.</summary>
    public static BooleanValue False { get; } = new(false);

    public override string TypeName => "bool";

    public override bool IsTrue => value;

    /// <summary>1 or 0, which a bool is in arithmetic.</summary>
    public IntegerValue AsInteger => value ? IntegerValue.One : IntegerValue.Zero;

    /// <summary>The value of a truth.</summary>
    public static BooleanValue From(bool value) => value ? True : False;

    public override string Repr() => value ? "True" : "False";

    public override bool Equals([NotNullWhen(true)] Value? other) => ReferenceEquals(this, other) || (other is not BooleanValue && AsInteger.Equals(other));

    public override int GetHashCode() => AsInteger.GetHashCode();

    public override Value? GetAttribute(string name) => AsInteger.GetAttribute(name);

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected) => AsInteger.Operate(op, other, reflected);

    protected internal override bool? Order(CompareOperator op, Value other) => NumericOrder.Compare(op, AsInteger, other);

    protected internal override string Format(string specification) =>
        specification.Length == 0 ? Repr() : NumberFormat.OfInteger(AsInteger, specification);
}
