namespace Deck.Models.Templating.Rendering;

/// <summary>What one render may do and how it treats missing names.</summary>
public sealed record RenderOptions
{
    /// <summary>dbt's execution phase: missing names fail, no source map, generous limits.</summary>
    public static RenderOptions Default { get; } = new();

    /// <summary>True for dbt's parse phase: a missing name in the top-level text chains instead of failing. Macros never chain.</summary>
    public bool ChainUndefined { get; init; }

    /// <summary>Greatest number of characters that one render may write.</summary>
    public int MaxOutputLength { get; init; } = 256 * 1024 * 1024;

    /// <summary>Greatest depth of nested macro calls.</summary>
    public int MaxCallDepth { get; init; } = 900;

    /// <summary>Greatest number of loop iterations of one render.</summary>
    public long MaxIterations { get; init; } = 100_000_000;

    /// <summary>Whether a source map is recorded.</summary>
    public bool MapSource { get; init; }

    /// <summary>Ends the render with an <see cref="OperationCanceledException"/>; looked at in calls and in loops.</summary>
    public CancellationToken Cancellation { get; init; }
}
