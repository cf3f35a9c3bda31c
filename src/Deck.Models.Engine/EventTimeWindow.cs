using System.Globalization;

namespace Deck.Models.Engine;

/// <summary>A span of event time in UTC: what one batch of a microbatch model reads and writes.</summary>
/// <param name="Start">Included.</param>
/// <param name="End">Not included.</param>
public readonly record struct EventTimeWindow(DateTime Start, DateTime End)
{
    /// <summary>The condition on a column, with moments as dbt writes them.</summary>
    public string ConditionOn(string column) => $"{column} >= '{Write(Start)}' and {column} < '{Write(End)}'";

    private static string Write(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + "+00:00";
}
