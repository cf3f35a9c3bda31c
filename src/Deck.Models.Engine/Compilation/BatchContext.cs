namespace Deck.Models.Engine.Compilation;

/// <summary>The batch that a microbatch model is compiled for.</summary>
/// <param name="Name">Its name by the size of the batches, such as `2024-09-17`.</param>
/// <param name="IsLater">True where the table exists by then: `is_incremental()` is true whatever the flags.</param>
/// <param name="IsConcurrent">True where other batches of the model may run beside it.</param>
public sealed record BatchContext(EventTimeWindow Window, string Name, bool IsLater, bool IsConcurrent = false);
