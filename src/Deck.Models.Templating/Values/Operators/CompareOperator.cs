namespace Deck.Models.Templating.Values;

/// <summary>The comparison operators, membership among them.</summary>
public enum CompareOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    NotIn,
}
