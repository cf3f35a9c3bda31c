namespace Deck.Models.Engine.Resolution;

/// <summary>dbt's `unique_id`, such as `model.deck.user_segmentation`.</summary>
/// <remarks>A class and no struct: generic collections over a struct of ours are compiled at run time, at every start (decisions/0006).</remarks>
public sealed record NodeId(string Value) : IComparable<NodeId>
{
    public int CompareTo(NodeId? other) => string.CompareOrdinal(Value, other?.Value);

    public override string ToString() => Value;

    public static bool operator <(NodeId left, NodeId right) => left.CompareTo(right) < 0;

    public static bool operator >(NodeId left, NodeId right) => left.CompareTo(right) > 0;

    public static bool operator <=(NodeId left, NodeId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(NodeId left, NodeId right) => left.CompareTo(right) >= 0;
}
