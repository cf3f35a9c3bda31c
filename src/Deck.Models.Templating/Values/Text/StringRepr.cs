using System.Globalization;
using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>Python's `repr` of strings: quotes, escapes, printable characters as they are.</summary>
internal static class StringRepr
{
    public static string Of(string text)
    {
        char quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.AsSpan().ContainsAny('\\', quote))
        {
            return quote == '"' ? $"\"{text}\"" : $"'{text}'";
        }

        var repr = new StringBuilder(text.Length + 2).Append(quote);
        for (int i = 0; i < text.Length;)
        {
            int point = CodePoints.At(text, i);
            i += point > 0xFFFF ? 2 : 1;
            AppendEscaped(repr, point, quote);
        }

        return repr.Append(quote).ToString();
    }

    /// <summary>Python's `ascii`: as repr, with everything beyond ASCII escaped.</summary>
    public static string ToAscii(string repr)
    {
        var text = new StringBuilder(repr.Length);
        foreach (int point in CodePoints.Of(repr))
        {
            if (point < 0x7F)
            {
                text.Append((char)point);
            }
            else
            {
                AppendNumbered(text, point);
            }
        }

        return text.ToString();
    }

    /// <summary>Python's `isprintable` of one code point.</summary>
    public static bool IsPrintable(int point)
    {
        if (point is >= ' ' and < 0x7F)
        {
            return true;
        }

        return CharUnicodeInfo.GetUnicodeCategory(point) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
    }

    private static void AppendEscaped(StringBuilder repr, int point, char quote)
    {
        switch (point)
        {
            case '\\':
                repr.Append("\\\\");
                break;
            case '\n':
                repr.Append("\\n");
                break;
            case '\r':
                repr.Append("\\r");
                break;
            case '\t':
                repr.Append("\\t");
                break;
            case int same when same == quote:
                repr.Append('\\').Append(quote);
                break;
            case int plain when IsPrintable(plain):
                CodePoints.Append(repr, plain);
                break;
            default:
                AppendNumbered(repr, point);
                break;
        }
    }

    private static void AppendNumbered(StringBuilder repr, int point) =>
        _ = point < 0x100 ? repr.Append("\\x").Append(point.ToString("x2"))
            : point < 0x10000 ? repr.Append("\\u").Append(point.ToString("x4"))
            : repr.Append("\\U").Append(point.ToString("x8"));
}
