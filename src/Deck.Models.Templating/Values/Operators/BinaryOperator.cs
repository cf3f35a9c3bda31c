namespace Deck.Models.Templating.Values;

/// <summary>The arithmetic operators of the template language, and `~`.</summary>
public enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Modulo,
    Power,

    /// <summary>`~`: both sides as text.</summary>
    Concatenate,
}
