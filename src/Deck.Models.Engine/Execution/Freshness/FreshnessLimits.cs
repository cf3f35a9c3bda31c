using System.Globalization;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Execution.Freshness;

/// <summary>`freshness` of a source's table: how old its data may be before a warning and before an error.</summary>
public sealed record FreshnessLimits(TimeSpan? WarnAfter, TimeSpan? ErrorAfter, string? Filter)
{
    /// <summary>Null where no limit is set: such a table is not checked.</summary>
    public static FreshnessLimits? Of(SourceNode source)
    {
        FreshnessLimits limits = new(LimitOf(source, "warn_after"), LimitOf(source, "error_after"), TextOf(source.Freshness, "filter"));
        return limits.WarnAfter is null && limits.ErrorAfter is null ? null : limits;
    }

    public FreshnessStatus StatusOf(TimeSpan age) =>
        age > ErrorAfter ? FreshnessStatus.Error
        : age > WarnAfter ? FreshnessStatus.Warn
        : FreshnessStatus.Pass;

    private static TimeSpan? LimitOf(SourceNode source, string key)
    {
        if (source.Freshness is not { } freshness || !freshness.TryGet(key, out Value? value) || value is not DictValue limit
            || !double.TryParse(TextOf(limit, "count"), CultureInfo.InvariantCulture, out double count))
        {
            return null;
        }

        return TextOf(limit, "period") switch
        {
            "minute" => TimeSpan.FromMinutes(count),
            "hour" => TimeSpan.FromHours(count),
            "day" => TimeSpan.FromDays(count),
            _ => null,
        };
    }

    private static string? TextOf(DictValue? dict, string key) => dict is not null && dict.TryGet(key, out Value? value) && !value.IsNone ? value.ToText() : null;
}
