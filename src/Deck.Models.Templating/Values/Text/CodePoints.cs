using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>Texts as Python sees them: sequences of code points, where .NET counts UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>True where the text holds surrogates, so that units and code points differ.</summary>
    public static bool HasSurrogates(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    public static int Count(string text)
    {
        int count = text.Length;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
            {
                count--;
                i++;
            }
        }

        return count;
    }

    /// <summary>The code points; a lone surrogate stands for itself.</summary>
    public static int[] Of(string text)
    {
        var points = new int[Count(text)];
        int unit = 0;
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = At(text, unit);
            unit += points[i] > 0xFFFF ? 2 : 1;
        }

        return points;
    }

    /// <summary>The code point that starts at a unit.</summary>
    public static int At(string text, int unit) =>
        char.IsHighSurrogate(text[unit]) && unit + 1 < text.Length && char.IsLowSurrogate(text[unit + 1])
            ? char.ConvertToUtf32(text[unit], text[unit + 1])
            : text[unit];

    public static string ToText(ReadOnlySpan<int> points)
    {
        var text = new StringBuilder(points.Length + 4);
        foreach (int point in points)
        {
            Append(text, point);
        }

        return text.ToString();
    }

    public static string ToText(int point) => point > 0xFFFF ? char.ConvertFromUtf32(point) : ((char)point).ToString();

    public static StringBuilder Append(StringBuilder text, int point) => point > 0xFFFF ? text.Append(char.ConvertFromUtf32(point)) : text.Append((char)point);

    /// <summary>The unit at which a code point starts, counted from the start of the text.</summary>
    public static int UnitOf(string text, int point)
    {
        int unit = 0;
        for (; point > 0 && unit < text.Length; point--)
        {
            unit += At(text, unit) > 0xFFFF ? 2 : 1;
        }

        return unit;
    }

    /// <summary>Order by code point, which differs from that by unit where surrogates meet the last private-use block.</summary>
    public static int Compare(string left, string right)
    {
        int common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        (char a, char b) = (left[common], right[common]);
        return char.IsSurrogate(a) != char.IsSurrogate(b) ? (char.IsSurrogate(a) ? 0x10000 : a).CompareTo(char.IsSurrogate(b) ? 0x10000 : b) : a.CompareTo(b);
    }
}
