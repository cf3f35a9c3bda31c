using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>Takes a relation's turn, the first thing in the transaction that builds it: two runs that build the same relation go one after the other.</summary>
internal static class TurnStatement
{
    public static string Of(RelationName relation) => $"select {Lock(relation)}";

    /// <summary>The same where nobody may be waited for longer than for a moment, nor by what follows in the transaction.</summary>
    public static string Briefly(RelationName relation) => $"select {LockPatience.BeBrief}, {Lock(relation)}";

    private static string Lock(RelationName relation) => $"pg_advisory_xact_lock(hashtext('deckmodel turn'), hashtext({SqlLiteral.Of(relation.Quoted)}))";
}
