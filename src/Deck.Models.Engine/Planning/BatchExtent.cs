namespace Deck.Models.Engine.Planning;

/// <summary>How a batch of statements relates to a transaction.</summary>
public enum BatchExtent
{
    /// <summary>Each statement commits by itself and travels alone, so that none runs after one that failed (needed by `create index concurrently`, `vacuum`).</summary>
    Separate,

    /// <summary>All or nothing, in one exchange.</summary>
    Whole,

    /// <summary>Opens a transaction that later batches go on with.</summary>
    Begin,

    /// <summary>Goes on with the open transaction and leaves it open.</summary>
    Continue,

    /// <summary>Goes on with the open transaction and commits it.</summary>
    End,
}
