using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>What makes a model a time spine: a row for each moment of a granularity, which metrics are joined to.</summary>
public sealed class TimeSpine
{
    /// <summary>The column with the moments.</summary>
    public required string StandardColumn { get; init; }

    public required ImmutableArray<CustomGranularity> CustomGranularities { get; init; }

    public required Location Location { get; init; }
}
