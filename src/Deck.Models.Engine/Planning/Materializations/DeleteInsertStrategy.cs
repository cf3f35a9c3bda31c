namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>`delete+insert`: rows with the key of a new row make way for it. Without a `unique_key` nothing is deleted, as in dbt.</summary>
/// <remarks>Joins on the key instead of asking `in (select …)`: PostgreSQL hashes both sides, however many columns the key has.</remarks>
internal sealed class DeleteInsertStrategy : IncrementalStrategy
{
    public override IEnumerable<string> Before(IncrementalRows rows, IncrementalConfig config)
    {
        if (config.UniqueKey.IsEmpty)
        {
            return [];
        }

        IEnumerable<string> conditions = config.UniqueKey.Select(MergeStrategy.SameKey).Concat(config.Predicates.Select(p => $"({p})"));
        return [$"delete from {rows.Target} as DBT_INTERNAL_DEST\nusing {rows.Source} as DBT_INTERNAL_SOURCE\nwhere {string.Join("\n  and ", conditions)}"];
    }
}
