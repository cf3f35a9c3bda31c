namespace Deck.Models.Templating.Values;

/// <summary>ISO texts of times, as `isoformat` and `str` give them.</summary>
internal static class IsoText
{
    public static string Of(DateTimeValue value, string separator, string precision = "auto") =>
        value.Local.ToString("yyyy-MM-dd") + separator + Of(TimeOnly.FromDateTime(value.Local), precision) + (value.Offset?.ToOffset(":") ?? "");

    /// <summary>A time of day, to the precision asked for; `auto` shows microseconds where there are any.</summary>
    public static string Of(TimeOnly time, string precision)
    {
        bool hasMicros = time.Ticks % TimeSpan.TicksPerSecond != 0;
        return time.ToString(precision switch
        {
            "auto" => hasMicros ? "HH:mm:ss.ffffff" : "HH:mm:ss",
            "hours" => "HH",
            "minutes" => "HH:mm",
            "seconds" => "HH:mm:ss",
            "milliseconds" => "HH:mm:ss.fff",
            "microseconds" => "HH:mm:ss.ffffff",
            _ => throw TemplateException.ValueError("Unknown timespec value"),
        });
    }
}
