using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>The methods of str that add to its sides or take from them.</summary>
internal static class StringPaddingMethods
{
    public static (string Signature, Func<StringValue, BoundArguments, Value> Body)[] All { get; } =
    [
        ("strip(chars=None, /)", (s, a) => Strip(s, a[0], true, true)),
        ("lstrip(chars=None, /)", (s, a) => Strip(s, a[0], true, false)),
        ("rstrip(chars=None, /)", (s, a) => Strip(s, a[0], false, true)),
        ("ljust(width, fillchar=' ', /)", (s, a) => Pad(s, a, (missing, _) => (0, missing))),
        ("rjust(width, fillchar=' ', /)", (s, a) => Pad(s, a, (missing, _) => (missing, 0))),
        ("center(width, fillchar=' ', /)", (s, a) => Pad(s, a, CenterSides)),
        ("zfill(width, /)", (s, a) => new StringValue(ZeroFill(s, a.Integer(0)))),
        ("expandtabs(tabsize=8)", (s, a) => new StringValue(ExpandTabs(s.Text, a.Integer(0)))),
    ];

    /// <summary>Strips white space (chars None) or any of the given code points.</summary>
    public static StringValue Strip(StringValue text, Value chars, bool left, bool right)
    {
        if (chars.IsNone)
        {
            return new StringValue(Whitespace.Trim(text.Text, left, right));
        }

        string set = StringMethods.Demand(chars, "strip arg must be None or str");
        if (text.IsFlat && !CodePoints.HasSurrogates(set))
        {
            ReadOnlySpan<char> rest = text.Text;
            rest = left && set.Length > 0 ? rest.TrimStart(set) : rest;
            return new StringValue((right && set.Length > 0 ? rest.TrimEnd(set) : rest).ToString());
        }

        return new StringValue(StripPoints(CodePoints.Of(text.Text), CodePoints.Of(set), left, right));
    }

    /// <summary>The text centred as Python does it: the odd blank goes left where the width is odd, else right.</summary>
    public static string Center(StringValue text, long width) => Pad(text, width, " ", CenterSides);

    private static (long Left, long Right) CenterSides(long missing, long width)
    {
        long left = (missing / 2) + (missing & width & 1);
        return (left, missing - left);
    }

    private static string StripPoints(int[] points, int[] set, bool left, bool right)
    {
        int start = 0;
        int end = points.Length;
        while (left && start < end && set.Contains(points[start]))
        {
            start++;
        }

        while (right && end > start && set.Contains(points[end - 1]))
        {
            end--;
        }

        return CodePoints.ToText(points.AsSpan(start, end - start));
    }

    private static StringValue Pad(StringValue text, BoundArguments arguments, Func<long, long, (long Left, long Right)> sides)
    {
        string fill = StringMethods.Demand(arguments[1], "The fill character must be a unicode character");
        return CodePoints.Count(fill) == 1
            ? new StringValue(Pad(text, arguments.Integer(0), fill, sides))
            : throw TemplateException.TypeError("The fill character must be exactly one character long");
    }

    private static string Pad(StringValue text, long width, string fill, Func<long, long, (long Left, long Right)> sides)
    {
        long missing = width - text.PointCount;
        if (missing <= 0)
        {
            return text.Text;
        }

        (long left, long right) = sides(missing, width);
        return StringOperators.Repeat(fill, left) + text.Text + StringOperators.Repeat(fill, right);
    }

    private static string ZeroFill(StringValue text, long width)
    {
        long missing = width - text.PointCount;
        int sign = text.Text is ['+' or '-', ..] ? 1 : 0;
        return missing <= 0 ? text.Text : text.Text[..sign] + StringOperators.Repeat("0", missing) + text.Text[sign..];
    }

    private static string ExpandTabs(string text, long size)
    {
        var expanded = new StringBuilder(text.Length + 8);
        long column = 0;
        foreach (char unit in text)
        {
            if (unit == '\t')
            {
                long blanks = size > 0 ? size - (column % size) : 0;
                expanded.AppendBounded(StringOperators.Repeat(" ", blanks));
                column += blanks;
                continue;
            }

            expanded.Append(unit);
            column = unit is '\n' or '\r' ? 0 : column + (char.IsLowSurrogate(unit) ? 0 : 1);
        }

        return expanded.ToString();
    }
}
