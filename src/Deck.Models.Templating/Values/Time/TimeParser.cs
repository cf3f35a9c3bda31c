using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Deck.Models.Templating.Values;

/// <summary>Python's `strptime`: the format becomes a regular expression, its groups the time.</summary>
internal static class TimeParser
{
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];
    private static readonly string[] Days = CultureInfo.InvariantCulture.DateTimeFormat.DayNames;

    public static DateTimeValue Parse(string text, string format)
    {
        Match match = Regex.Match(text, $@"\A(?:{Pattern(format)})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        if (!match.Success)
        {
            throw TemplateException.ValueError($"time data {StringRepr.Of(text)} does not match format {StringRepr.Of(format)}");
        }

        return match.Length == text.Length ? Read(match) : throw TemplateException.ValueError($"unconverted data remains: {text[match.Length..]}");
    }

    private static string Pattern(string format)
    {
        var pattern = new StringBuilder();
        for (int at = 0; at < format.Length; at++)
        {
            if (char.IsWhiteSpace(format[at]))
            {
                pattern.Append(@"\s+");
                while (at + 1 < format.Length && char.IsWhiteSpace(format[at + 1]))
                {
                    at++;
                }
            }
            else if (format[at] != '%')
            {
                pattern.Append(Regex.Escape(format[at].ToString()));
            }
            else
            {
                at++;
                pattern.Append(at == format.Length ? throw TemplateException.ValueError($"stray %% in format {StringRepr.Of(format)}") : Directive(format[at], format));
            }
        }

        return pattern.ToString();
    }

    private static string Directive(char directive, string format) =>
        directive switch
        {
            'Y' => @"(?<Y>[0-9]{4})",
            'y' => @"(?<y>[0-9]{2})",
            'm' => @"(?<m>1[0-2]|0[1-9]|[1-9])",
            'd' => @"(?<d>3[0-1]|[1-2][0-9]|0[1-9]|[1-9]| [1-9])",
            'j' => @"(?<j>36[0-6]|3[0-5][0-9]|[1-2][0-9]{2}|0[1-9][0-9]|00[1-9]|[1-9][0-9]|0[1-9]|[1-9])",
            'H' => @"(?<H>2[0-3]|[0-1][0-9]|[0-9])",
            'I' => @"(?<I>1[0-2]|0[1-9]|[1-9])",
            'M' => @"(?<M>[0-5][0-9]|[0-9])",
            'S' => @"(?<S>6[0-1]|[0-5][0-9]|[0-9])",
            'f' => @"(?<f>[0-9]{1,6})",
            'p' => @"(?<p>am|pm)",
            'z' => @"(?<z>[+-][0-9]{2}:?[0-5][0-9](?::?[0-5][0-9](?:\.[0-9]{1,6})?)?|Z)",
            'Z' => @"(?<Z>utc|gmt)",
            'u' => @"(?<u>[1-7])",
            'w' => @"(?<w>[0-6])",
            'U' or 'W' or 'V' => @"(?:5[0-3]|[0-4][0-9]|[0-9])",
            'b' => Names("b", Months.Select(m => m[..3])),
            'B' => Names("B", Months),
            'a' => Names("a", Days.Select(d => d[..3])),
            'A' => Names("A", Days),
            'c' => Pattern("%a %b %d %H:%M:%S %Y"),
            'x' => Pattern("%m/%d/%y"),
            'X' => Pattern("%H:%M:%S"),
            '%' => "%",
            _ => throw TemplateException.ValueError($"'{directive}' is a bad directive in format {StringRepr.Of(format)}"),
        };

    private static string Names(string group, IEnumerable<string> names) => $"(?<{group}>{string.Join('|', names.OrderByDescending(n => n.Length))})";

    private static DateTimeValue Read(Match match)
    {
        int year = Number(match, "Y", 1900);
        if (match.Groups["y"].Success)
        {
            int two = Number(match, "y", 0);
            year = two + (two <= 68 ? 2000 : 1900);
        }

        int month = match.Groups["b"].Success ? Month(match.Groups["b"].Value) : match.Groups["B"].Success ? Month(match.Groups["B"].Value) : Number(match, "m", 1);
        DateOnly day = match.Groups["j"].Success && !match.Groups["m"].Success
            ? new DateOnly(Math.Max(year, 1), 1, 1).AddDays(Number(match, "j", 1) - 1)
            : DateMethods.Day(year, month, Number(match, "d", 1));
        string fraction = match.Groups["f"].Value.PadRight(6, '0');
        TimeOnly time = DateMethods.Time(Hour(match), Number(match, "M", 0), Number(match, "S", 0), int.Parse(fraction));
        return new DateTimeValue(day.ToDateTime(time), Zone(match));
    }

    private static int Hour(Match match)
    {
        if (!match.Groups["I"].Success)
        {
            return Number(match, "H", 0);
        }

        int hour = Number(match, "I", 0) % 12;
        return match.Groups["p"].Value.Equals("pm", StringComparison.OrdinalIgnoreCase) ? hour + 12 : hour;
    }

    private static int Number(Match match, string group, int otherwise) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan.Trim(), NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;

    private static int Month(string name) => Array.FindIndex(Months, m => m.StartsWith(name[..3], StringComparison.OrdinalIgnoreCase)) + 1;

    private static FixedTimeZone? Zone(Match match)
    {
        string text = match.Groups["z"].Value;
        if (text.Length == 0)
        {
            return null;
        }

        return IsoReader.Offset(text) is TimeDeltaValue offset ? FixedTimeZone.Of(offset) : null;
    }
}
