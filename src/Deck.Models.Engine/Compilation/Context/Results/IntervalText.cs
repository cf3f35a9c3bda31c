using System.Globalization;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Results;

/// <summary>PostgreSQL's intervals as Python prints the timedelta that psycopg2 makes of them: a month is 30 days, a year 365.</summary>
internal static class IntervalText
{
    private const long MicrosecondsOfDay = 86_400_000_000;

    /// <summary>`1 mon 2 days 03:00:00` as `32 days, 3:00:00`; a text of another style stays as it is.</summary>
    public static string ToPython(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Int128 total = 0;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Contains(':', StringComparison.Ordinal))
            {
                total += OfClock(words[i]);
            }
            else if (i + 1 < words.Length && long.TryParse(words[i], CultureInfo.InvariantCulture, out long count) && DaysOf(words[i + 1]) is { } days)
            {
                total += (Int128)count * days * MicrosecondsOfDay;
                i++;
            }
            else
            {
                return text;
            }
        }

        return new TimeDeltaValue(total).ToText();
    }

    private static long? DaysOf(string unit) => unit.TrimEnd('s') switch
    {
        "year" => 365,
        "mon" => 30,
        "day" => 1,
        _ => null,
    };

    private static Int128 OfClock(string clock)
    {
        bool negative = clock.StartsWith('-');
        string[] parts = clock.TrimStart('-', '+').Split(':');
        decimal seconds = parts.Length > 2 ? decimal.Parse(parts[2], CultureInfo.InvariantCulture) : 0;
        Int128 micros = (((Int128)long.Parse(parts[0], CultureInfo.InvariantCulture) * 60) + long.Parse(parts[1], CultureInfo.InvariantCulture)) * 60_000_000;
        micros += (Int128)(seconds * 1_000_000);
        return negative ? -micros : micros;
    }
}
