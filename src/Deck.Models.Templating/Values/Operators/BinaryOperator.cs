namespace Deck.Models.Templating.Values;

/// <summary>The arithmetic operators of the template language, and `~`.</summary>
public enum BinaryOperator
{
    /// <summary>`+`.</summary>
    Add,
    /// <summary>`-`.</summary>
    Subtract,
    /// <summary>`*`.</summary>
    Multiply,
    /// <summary>`/`, which gives a float for ints.</summary>
    Divide,
    /// <summary>`//`.</summary>
    FloorDivide,
    /// <summary>`%`, which formats where a text stands left.</summary>
    Modulo,
    /// <summary>`**`.</summary>
    Power,

    /// <summary>`~`: both sides as text.</summary>
    Concatenate,
}
