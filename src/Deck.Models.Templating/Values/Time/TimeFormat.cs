using System.Globalization;
using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>Python's `strftime` on Linux in the C locale, glibc's own directives and flags included.</summary>
internal static class TimeFormat
{
    private const int MaxWidth = 10_000;

    private static readonly CultureInfo C = CultureInfo.InvariantCulture;

    /// <summary>`ctime`.</summary>
    public static string Full(DateTime time) => Format(time, null, "%a %b %e %H:%M:%S ") + time.Year.ToString("0000", C);

    public static string Format(DateTime time, TimeZoneValue? zone, string format)
    {
        var text = new StringBuilder();
        for (int at = 0; at < format.Length; at++)
        {
            if (format[at] != '%')
            {
                text.Append(format[at]);
                continue;
            }

            int start = at++;
            string flags = "";
            for (; at < format.Length && format[at] is '-' or '_' or '0' or '^' or '#'; at++)
            {
                flags += format[at];
            }

            int width = 0;
            for (; at < format.Length && char.IsAsciiDigit(format[at]) && width < MaxWidth; at++)
            {
                width = (width * 10) + (format[at] - '0');
            }

            at += IsModifier(format.AsSpan(at)) ? 1 : 0;
            string? piece = at < format.Length ? Piece(time, zone, format[at]) : null;
            text.Append(Widened(piece is null ? format[start..Math.Min(at + 1, format.Length)] : Flagged(piece, flags), flags, width));
        }

        return text.ToString();
    }

    /// <summary>True for an `E` or `O` that stands before a directive which has another form in some locales; in the C locale it has not.</summary>
    private static bool IsModifier(ReadOnlySpan<char> rest) =>
        rest is ['E', 'c' or 'C' or 'x' or 'X' or 'y' or 'Y', ..]
            or ['O', 'b' or 'B' or 'h' or 'd' or 'e' or 'g' or 'G' or 'H' or 'I' or 'j' or 'k' or 'l' or 'm' or 'M' or 'S' or 'u' or 'U' or 'V' or 'w' or 'W' or 'y', ..];

    /// <summary>The text of one directive; null where there is no such directive, which then stands for itself.</summary>
    private static string? Piece(DateTime time, TimeZoneValue? zone, char directive) =>
        directive switch
        {
            'a' or 'A' or 'b' or 'B' or 'h' or 'p' or 'P' => Name(time, directive),
            'c' => Format(time, zone, "%a %b %e %H:%M:%S %Y"),
            'D' or 'x' => Format(time, zone, "%m/%d/%y"),
            'F' => Format(time, zone, "%Y-%m-%d"),
            'r' => Format(time, zone, "%I:%M:%S %p"),
            'R' => Format(time, zone, "%H:%M"),
            'T' or 'X' => Format(time, zone, "%H:%M:%S"),
            'n' => "\n",
            't' => "\t",
            '%' => "%",
            'z' => zone?.OffsetAt(time).ToOffset("") ?? "",
            'Z' => zone?.NameAt(time) ?? "",
            _ => Number(time, directive),
        };

    private static string? Name(DateTime time, char directive) =>
        directive switch
        {
            'a' => C.DateTimeFormat.GetAbbreviatedDayName(time.DayOfWeek),
            'A' => C.DateTimeFormat.GetDayName(time.DayOfWeek),
            'b' or 'h' => C.DateTimeFormat.GetAbbreviatedMonthName(time.Month),
            'B' => C.DateTimeFormat.GetMonthName(time.Month),
            'p' => time.Hour < 12 ? "AM" : "PM",
            _ => time.Hour < 12 ? "am" : "pm",
        };

    private static string? Number(DateTime time, char directive)
    {
        int weekday = (int)time.DayOfWeek;
        int hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        return directive switch
        {
            'Y' => time.Year.ToString(C),
            'y' => $"{time.Year % 100:00}",
            'C' => $"{time.Year / 100:00}",
            'm' => $"{time.Month:00}",
            'd' => $"{time.Day:00}",
            'e' => $"{time.Day,2}",
            'j' => $"{time.DayOfYear:000}",
            'H' => $"{time.Hour:00}",
            'k' => $"{time.Hour,2}",
            'I' => $"{hour:00}",
            'l' => $"{hour,2}",
            'M' => $"{time.Minute:00}",
            'S' => $"{time.Second:00}",
            'f' => $"{time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond:000000}",
            's' => ((time.Ticks / TimeSpan.TicksPerSecond) - (DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerSecond)).ToString(C),
            'u' => $"{(weekday == 0 ? 7 : weekday)}",
            'w' => $"{weekday}",
            'U' => $"{(time.DayOfYear + 6 - weekday) / 7:00}",
            'W' => $"{(time.DayOfYear + 6 - ((weekday + 6) % 7)) / 7:00}",
            'V' => $"{ISOWeek.GetWeekOfYear(time):00}",
            'G' => ISOWeek.GetYear(time).ToString(C),
            'g' => $"{ISOWeek.GetYear(time) % 100:00}",
            _ => null,
        };
    }

    /// <summary>glibc's least width: zeros before a number, blanks before a text.</summary>
    private static string Widened(string piece, string flags, int width)
    {
        bool isBlank = flags.Contains('_') || (!flags.Contains('0') && (piece.Length == 0 || !piece.All(char.IsAsciiDigit)));
        return piece.PadLeft(Math.Min(width, MaxWidth), isBlank ? ' ' : '0');
    }

    /// <summary>glibc's flags: no padding, padding with blanks, capitals.</summary>
    private static string Flagged(string piece, string flags)
    {
        foreach (char flag in flags)
        {
            string bare = piece.TrimStart('0', ' ');
            bool isNumber = piece.All(letter => char.IsAsciiDigit(letter) || letter == ' ');
            piece = flag switch
            {
                '-' when isNumber => bare.Length == 0 ? "0" : bare,
                '_' when isNumber => (bare.Length == 0 ? "0" : bare).PadLeft(piece.Length),
                '0' when isNumber => bare.PadLeft(piece.Length, '0'),
                '^' => piece.ToUpperInvariant(),
                '#' => piece is "AM" or "PM" ? piece.ToLowerInvariant() : piece.ToUpperInvariant(),
                _ => piece,
            };
        }

        return piece;
    }
}
