namespace Deck.Models.Templating.Values;

/// <summary>Python's None.</summary>
public sealed class NoneValue : Value
{
    private NoneValue()
    {
    }

    /// <summary>The one None.</summary>
    public static NoneValue Instance { get; } = new();

    public override string TypeName => "NoneType";

    public override bool IsTrue => false;

    public override string Repr() => "None";
}
