using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>
/// Tells a session which relations its run builds: views among them may stay down where they no longer fit, because their turn comes. A setting of
/// the session, since every exchange asks for it, and a list in each would grow with the square of the project.
/// </summary>
internal static class BuiltRelations
{
    public const string Setting = "deckmodel.built";

    /// <summary>The statement to begin a session with, once it is addressed, or null where no view stands that could be in the way.</summary>
    public static SqlStatement? Announce(RunPlan plan)
    {
        RelationName[] views =
        [
            .. plan.Nodes.Select(n => n.Node).Where(n => n is not FunctionNode).Concat(plan.Pointers.Values).Select(n => n.Relation).OfType<RelationName>().Select(r => r with { Database = null })
                .Where(r => plan.Catalog.TryFind(r, out ExistingRelation? existing) && existing.Kind is RelationKind.View or RelationKind.MaterializedView),
        ];
        return views.Length == 0 ? null : SqlStatement.Of($"""
            select pg_catalog.set_config('{Setting}', {SqlLiteral.Array(views.Select(v => v.Quoted))}::text, pg_catalog.pg_backend_pid() <> $1::int), pg_catalog.pg_backend_pid() = $1::int
            """);
    }

    /// <summary>The announcement to a session of this process; its last answer is true where the server knows the process by the same number, as it does unless a pooler stands between.</summary>
    public static SqlStatement To(SqlStatement announcement, int process) => announcement with { Parameters = [$"{process}"] };

    /// <summary>The announcement for one transaction.</summary>
    public static SqlStatement Locally(SqlStatement announcement) => To(announcement, 0);
}
