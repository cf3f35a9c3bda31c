using Deck.Models.Engine.Planning.Statements;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>`delete+insert`: rows with the key of a new row make way for it. Without a `unique_key` nothing is deleted, as in dbt.</summary>
/// <remarks>
/// Joins on the key instead of asking `in (select …)`: PostgreSQL hashes both sides, however many columns the key has.
/// A single key may be an expression, and predicates speak of the relation's columns only, as in dbt; there the subquery gives names one meaning.
/// </remarks>
internal sealed class DeleteInsertStrategy : IncrementalStrategy
{
    public override IEnumerable<string> Before(IncrementalRows rows, IncrementalConfig config)
    {
        if (config.UniqueKey.IsEmpty)
        {
            return [];
        }

        string predicates = string.Concat(config.Predicates.Select(p => $"\n  and ({p})"));
        string keys = string.Join(", ", config.UniqueKey);
        return predicates.Length > 0 || !config.UniqueKey.All(IsColumn)
            ? [$"delete from {rows.Target} as DBT_INTERNAL_DEST\nwhere ({keys}) in (select {keys} from {rows.Source} as DBT_INTERNAL_SOURCE){predicates}"]
            : [$"delete from {rows.Target} as DBT_INTERNAL_DEST\nusing {rows.Source} as DBT_INTERNAL_SOURCE\nwhere {string.Join("\n  and ", config.UniqueKey.Select(MergeStrategy.SameKey))}{predicates}"];
    }

    private static bool IsColumn(string key) => SqlLiteral.IsPlainName(key) || (key.Length > 2 && key[0] == '"' && key.IndexOf('"', 1) == key.Length - 1);
}
