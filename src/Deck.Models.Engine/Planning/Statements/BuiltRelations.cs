using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>
/// Tells a session which relations its run builds: views among them may stay down where they no longer fit, because their turn comes. A setting of
/// the session, since every exchange asks for it, and a list in each would grow with the square of the project.
/// </summary>
internal static class BuiltRelations
{
    public const string Setting = "deckmodel.built";

    /// <summary>The statement to begin a session with, or null where no view stands that could be in the way.</summary>
    public static SqlStatement? Announce(RunPlan plan)
    {
        RelationName[] views =
        [
            .. plan.Nodes.Where(n => n.Node is not FunctionNode).Select(n => n.Node.Relation).OfType<RelationName>().Select(r => r with { Database = null })
                .Where(r => plan.Catalog.TryFind(r, out ExistingRelation? existing) && existing.Kind == RelationKind.View),
        ];
        return views.Length == 0 ? null : SqlStatement.Of($"select pg_catalog.set_config('{Setting}', {SqlLiteral.Array(views.Select(v => v.Quoted))}::text, false)");
    }
}
