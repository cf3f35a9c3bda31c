using System.Globalization;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>YAML 1.1 dates and times as PyYAML makes them: dates, and datetimes that know their zone where one is written.</summary>
internal static class YamlTimestamps
{
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    public static YamlTimestampResult TryRead(string text, out Value? moment)
    {
        moment = null;
        if (text.Length < 8 || text[4] != '-' || text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return YamlTimestampResult.NotOne;
        }

        Cursor cursor = new(text, 5);
        if (!cursor.TryReadNumber(1, 2, out int month) || !cursor.TrySkip('-') || !cursor.TryReadNumber(1, 2, out int day))
        {
            return YamlTimestampResult.NotOne;
        }

        int year = int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture);
        if (cursor.AtEnd)
        {
            // A date alone needs both digits of month and day.
            return text.Length == 10 ? Give((year, month, day), null, null, out moment) : YamlTimestampResult.NotOne;
        }

        return TryReadTime(ref cursor, out TimeSpan time, out TimeSpan? offset)
            ? Give((year, month, day), time, offset, out moment)
            : YamlTimestampResult.NotOne;
    }

    private static YamlTimestampResult Give((int Year, int Month, int Day) day, TimeSpan? time, TimeSpan? offset, out Value? moment)
    {
        moment = null;
        bool inCalendar = day.Year >= 1 && day.Month is >= 1 and <= 12 && day.Day >= 1 && day.Day <= DateTime.DaysInMonth(day.Year, day.Month)
            && time.GetValueOrDefault() < OneDay && offset.GetValueOrDefault().Duration() < OneDay;
        if (!inCalendar)
        {
            return YamlTimestampResult.Impossible;
        }

        DateOnly date = new(day.Year, day.Month, day.Day);
        moment = time is { } ofDay
            ? new DateTimeValue(date.ToDateTime(TimeOnly.MinValue) + ofDay, offset is { } east ? FixedTimeZone.Of(east) : null)
            : new DateValue(date);
        return YamlTimestampResult.Valid;
    }

    private static bool TryReadTime(ref Cursor cursor, out TimeSpan time, out TimeSpan? offset)
    {
        time = default;
        offset = null;
        bool separated = cursor.TrySkip('T') || cursor.TrySkip('t') || cursor.SkipBlanks();
        if (!separated || !cursor.TryReadNumber(1, 2, out int hour) || !cursor.TrySkip(':') || !cursor.TryReadNumber(2, 2, out int minute)
            || !cursor.TrySkip(':') || !cursor.TryReadNumber(2, 2, out int second))
        {
            return false;
        }

        long microseconds = cursor.TrySkip('.') ? cursor.ReadMicroseconds() : 0;
        bool inDay = hour < 24 && minute < 60 && second < 60;
        time = inDay ? new TimeSpan(0, hour, minute, second) + TimeSpan.FromMicroseconds(microseconds) : OneDay;
        cursor.SkipBlanks();
        return cursor.AtEnd || TryReadOffset(ref cursor, out offset);
    }

    private static bool TryReadOffset(ref Cursor cursor, out TimeSpan? offset)
    {
        offset = TimeSpan.Zero;
        if (cursor.TrySkip('Z'))
        {
            return cursor.AtEnd;
        }

        char sign = cursor.TrySkip('-') ? '-' : cursor.TrySkip('+') ? '+' : ' ';
        int minutes = 0;
        if (sign == ' ' || !cursor.TryReadNumber(1, 2, out int hours) || (cursor.TrySkip(':') && !cursor.TryReadNumber(2, 2, out minutes)))
        {
            return false;
        }

        TimeSpan distance = new(hours, minutes, 0);
        offset = sign == '-' ? -distance : distance;
        return cursor.AtEnd;
    }

    /// <summary>A place in the text that moves forward as parts of the timestamp are read.</summary>
    private ref struct Cursor(string text, int position)
    {
        private int position = position;

        public readonly bool AtEnd => position == text.Length;

        public bool TrySkip(char c)
        {
            bool found = position < text.Length && text[position] == c;
            position += found ? 1 : 0;
            return found;
        }

        public bool SkipBlanks()
        {
            int start = position;
            while (position < text.Length && text[position] is ' ' or '\t')
            {
                position++;
            }

            return position > start;
        }

        public bool TryReadNumber(int fewest, int most, out int number)
        {
            number = 0;
            int start = position;
            while (position < text.Length && position - start < most && char.IsAsciiDigit(text[position]))
            {
                number = (number * 10) + (text[position++] - '0');
            }

            return position - start >= fewest;
        }

        /// <summary>Digits after the dot; those beyond six are dropped, as PyYAML does.</summary>
        public long ReadMicroseconds()
        {
            long value = 0;
            int digits = 0;
            while (position < text.Length && char.IsAsciiDigit(text[position]))
            {
                value = digits < 6 ? (value * 10) + (text[position] - '0') : value;
                digits++;
                position++;
            }

            for (; digits < 6; digits++)
            {
                value *= 10;
            }

            return value;
        }
    }
}
