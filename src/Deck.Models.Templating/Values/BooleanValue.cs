namespace Deck.Models.Templating.Values;

/// <summary>Python's bool; equal to the integers 1 and 0.</summary>
public sealed class BooleanValue : Value
{
    private readonly bool value;

    private BooleanValue(bool value) => this.value = value;

    public static BooleanValue True { get; } = new(true);

    public static BooleanValue False { get; } = new(false);

    public override string TypeName => "bool";

    public override bool IsTrue => value;

    public static BooleanValue From(bool value) => value ? True : False;

    public override string Repr() => value ? "True" : "False";
}
