namespace Deck.Models.Templating.Values;

/// <summary>Python's float.</summary>
public sealed class FloatValue(double value) : Value
{
    public double Number { get; } = value;

    public override string TypeName => "float";

    public override bool IsTrue => Number != 0;

    public override string Repr() => Number.ToString("R");
}
