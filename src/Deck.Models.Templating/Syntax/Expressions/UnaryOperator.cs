namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>The operators of one operand.</summary>
internal enum UnaryOperator
{
    Negate,
    Plus,
    Not,
}
