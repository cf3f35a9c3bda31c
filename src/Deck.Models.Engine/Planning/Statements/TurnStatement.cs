using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>Takes a relation's turn, the first thing in the transaction that builds it: two runs that build the same relation go one after the other.</summary>
internal static class TurnStatement
{
    /// <param name="isShared">True for batches of one model, which may go side by side.</param>
    public static string Of(RelationName relation, bool isShared) =>
        $"select pg_advisory_xact_lock{(isShared ? "_shared" : "")}(hashtext('deckmodel turn'), hashtext({SqlLiteral.Of(relation.Quoted)}))";
}
