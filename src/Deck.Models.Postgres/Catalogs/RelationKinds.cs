using Deck.Models.Engine.Planning;

namespace Deck.Models.Postgres.Catalogs;

/// <summary>`pg_class.relkind` as the engine's kinds.</summary>
internal static class RelationKinds
{
    public static RelationKind Of(string? relkind) => relkind switch
    {
        "r" => RelationKind.Table,
        "v" => RelationKind.View,
        "m" => RelationKind.MaterializedView,
        "f" => RelationKind.ForeignTable,
        "p" => RelationKind.PartitionedTable,
        _ => RelationKind.Other,
    };
}
