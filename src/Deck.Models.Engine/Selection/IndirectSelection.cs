namespace Deck.Models.Engine.Selection;

/// <summary>Which tests come along with the models that are selected.</summary>
public enum IndirectSelection
{
    /// <summary>Tests of which any parent is selected.</summary>
    Eager,

    /// <summary>Tests of which all parents are selected.</summary>
    Cautious,

    /// <summary>Tests of which all parents are selected or come before something selected.</summary>
    Buildable,

    /// <summary>None.</summary>
    Empty,
}
