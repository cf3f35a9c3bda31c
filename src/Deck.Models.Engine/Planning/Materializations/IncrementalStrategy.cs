using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>How new rows enter an incremental model's relation.</summary>
internal abstract class IncrementalStrategy
{
    /// <summary>Statements before the one that stores the rows.</summary>
    public virtual IEnumerable<string> Before(IncrementalRows rows, IncrementalConfig config) => [];

    /// <summary>The statement whose answer is the model's.</summary>
    public virtual string Store(IncrementalRows rows, IncrementalConfig config) =>
        $"insert into {rows.Target} ({rows.List()})\nselect {rows.List()}\nfrom {rows.Source}";

    /// <summary>Finds a strategy by the name that `incremental_strategy` gives.</summary>
    public static bool TryFind(string name, bool hasKey, [NotNullWhen(true)] out IncrementalStrategy? strategy)
    {
        strategy = name switch
        {
            "default" => hasKey ? new DeleteInsertStrategy() : new AppendStrategy(),
            "append" => new AppendStrategy(),
            "delete+insert" => new DeleteInsertStrategy(),
            "merge" => new MergeStrategy(),
            _ => null,
        };
        return strategy is not null;
    }
}
