using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>`drop`, never with `cascade`.</summary>
internal static class DropStatement
{
    public static string Of(RelationKind kind, RelationName relation) => $"drop {KeywordOf(kind)} if exists {relation.Quoted}";

    public static string KeywordOf(RelationKind kind) => kind switch
    {
        RelationKind.View => "view",
        RelationKind.MaterializedView => "materialized view",
        RelationKind.ForeignTable => "foreign table",
        _ => "table",
    };
}
