using System.Globalization;

namespace Deck.Models.Engine;

/// <summary>A span of event time in UTC: what one batch of a microbatch model reads and writes, or what `--sample` reads.</summary>
/// <param name="Start">Included.</param>
/// <param name="End">Not included.</param>
public readonly record struct EventTimeWindow(DateTime Start, DateTime End)
{
    /// <summary>The condition on a column, with moments as dbt writes them.</summary>
    public string ConditionOn(string column) => $"{column} >= '{Write(Start)}' and {column} < '{Write(End)}'";

    /// <summary>What two spans share; empty where they share nothing.</summary>
    public EventTimeWindow Within(EventTimeWindow other) => new(Start > other.Start ? Start : other.Start, End < other.End ? End : other.End);

    /// <summary>As Python writes a moment: microseconds only where there are some.</summary>
    private static string Write(DateTime moment) =>
        moment.ToString(moment.Ticks % TimeSpan.TicksPerSecond < TimeSpan.TicksPerMicrosecond ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture) + "+00:00";
}
