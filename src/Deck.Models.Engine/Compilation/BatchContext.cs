namespace Deck.Models.Engine.Compilation;

/// <summary>The batch that a microbatch model is compiled for.</summary>
/// <param name="Name">Its name by the size of the batches, such as `2024-09-17`.</param>
/// <param name="IsLater">True where the table exists by then: `is_incremental()` is true whatever the flags.</param>
public sealed record BatchContext(EventTimeWindow Window, string Name, bool IsLater)
{
    /// <summary>The run's first batch of the model: the hooks that run before belong to it.</summary>
    public bool IsFirst { get; init; } = true;

    /// <summary>The run's last batch of the model: the hooks that run after belong to it.</summary>
    public bool IsLast { get; init; } = true;
}
