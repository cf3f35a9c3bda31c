namespace Deck.Models.Engine.Planning;

/// <summary>PostgreSQL's kinds of relation that models can be or can meet.</summary>
public enum RelationKind
{
    Table,
    View,
    MaterializedView,
    ForeignTable,
    PartitionedTable,
    Other,
}
