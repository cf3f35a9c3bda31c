namespace Deck.Models.Engine.Execution.Freshness;

/// <summary>How fresh a source's table is, by its own limits.</summary>
public enum FreshnessStatus
{
    Pass,
    Warn,
    Error,

    /// <summary>It could not be found out.</summary>
    RuntimeError,
}
