using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution.Freshness;

/// <summary>What the check of one source's table came to.</summary>
public sealed class FreshnessResult
{
    public required SourceNode Source { get; init; }

    public required FreshnessStatus Status { get; init; }

    /// <summary>When the newest row was loaded; for an empty table the year 1, as in dbt.</summary>
    public DateTimeOffset MaxLoadedAt { get; init; }

    /// <summary>The server's time of the check.</summary>
    public DateTimeOffset SnapshottedAt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>Why it could not be found out.</summary>
    public Diagnostic? Trouble { get; init; }

    public TimeSpan Age => SnapshottedAt - MaxLoadedAt;
}
