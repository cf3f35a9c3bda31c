using System.Globalization;
using Deck.Models.Engine;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>The flags that say which event time is built: `--event-time-start` with `--event-time-end`, and `--sample`.</summary>
internal sealed record EventTimeFlags(DateTimeOffset? Start, DateTimeOffset? End, EventTimeWindow? Sample)
{
    public static OptionRule SampleRule { get; } =
        new("a span such as `3 days` (hours, days, months or years), or a mapping of `start` and `end`", text => TryRead(text, DateTimeOffset.UnixEpoch, out _));

    /// <param name="now">Where a span such as `3 days` ends.</param>
    public static Checked<EventTimeFlags> Read(FlagReader flags, DateTimeOffset now)
    {
        DateTimeOffset? start = flags.Moment("event_time_start");
        DateTimeOffset? end = flags.Moment("event_time_end");
        string? mistake = (start, end) switch
        {
            (not null, null) => "`--event-time-start` needs `--event-time-end`",
            (null, not null) => "`--event-time-end` needs `--event-time-start`",
            _ => start >= end ? "`--event-time-start` must be before `--event-time-end`" : null,
        };
        return mistake is null
            ? Check.Ok(new EventTimeFlags(start, end, flags.Declared("sample") is { } text && TryRead(text, now, out EventTimeWindow sample) ? sample : null))
            : Check.Failed<EventTimeFlags>(Diagnostic.Error(CliCodes.BadUsage, mistake));
    }

    private static bool TryRead(string text, DateTimeOffset now, out EventTimeWindow sample) =>
        text.TrimStart().StartsWith('{') ? TryReadMapping(text, out sample) : TryReadSpan(text, now.UtcDateTime, out sample);

    private static bool TryReadMapping(string text, out EventTimeWindow sample)
    {
        sample = default;
        if (YamlReader.Read(new SourceText("--sample", text)).Value is not YamlMapping mapping || MomentOf(mapping, "start") is not { } start || MomentOf(mapping, "end") is not { } end)
        {
            return false;
        }

        sample = new EventTimeWindow(start.UtcDateTime, end.UtcDateTime);
        return true;
    }

    private static DateTimeOffset? MomentOf(YamlMapping mapping, string key) =>
        mapping.TryFind(key, out YamlNode? value) && value is YamlScalar scalar && OptionRule.TryRead(scalar.Text, out DateTimeOffset moment) ? moment : null;

    private static bool TryReadSpan(string text, DateTime end, out EventTimeWindow sample)
    {
        sample = default;
        string[] words = text.Split(' ');
        if (words.Length != 2 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            return false;
        }

        TimeSpan past = end - DateTime.MinValue;
        DateTime? start = words[1].ToLowerInvariant().TrimEnd('s') switch
        {
            "hour" when count < past.TotalHours => end.AddHours(-count),
            "day" when count < past.TotalDays => end.AddDays(-count),
            "month" when count / 12 < end.Year - 1 => end.AddMonths(-count),
            "year" when count < end.Year => end.AddYears(-count),
            _ => null,
        };
        sample = new EventTimeWindow(start ?? end, end);
        return start is not null;
    }
}
