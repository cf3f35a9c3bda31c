namespace Deck.Models.Templating.Values;

/// <summary>Python's datetime.timedelta.</summary>
public sealed class TimeDeltaValue : Value
{
    public override string TypeName => "datetime.timedelta";

    public override string Repr() => "";

    internal TimeDeltaValue Absolute() => this;
}
