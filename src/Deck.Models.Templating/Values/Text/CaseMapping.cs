using System.Buffers;
using System.Globalization;
using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>Python's case conversions: Unicode's full mappings, where .NET has the one-to-one ones.</summary>
internal static class CaseMapping
{
    private static readonly SearchValues<char> Expanding = SearchValues.Create("ıſßŉǰևẖẗẘẙẚﬀﬁﬂﬃﬄﬅﬆ");

    public static string Upper(string text)
    {
        string simple = text.ToUpperInvariant();
        return Ascii.IsValid(text) ? simple : Expand(text, simple);
    }

    public static string Lower(string text)
    {
        string lower = text.ToLowerInvariant();
        if (Ascii.IsValid(text))
        {
            return lower;
        }

        if (text.Contains('Σ'))
        {
            lower = WithFinalSigma(text, lower);
        }

        return text.Contains('İ') ? lower.Replace("İ", "i\u0307", StringComparison.Ordinal) : lower;
    }

    public static string Fold(string text) =>
        Ascii.IsValid(text)
            ? text.ToLowerInvariant()
            : Lower(text).Replace("ß", "ss", StringComparison.Ordinal).Replace('ς', 'σ').Replace('ſ', 's').Replace("ﬁ", "fi", StringComparison.Ordinal)
                .Replace("ﬂ", "fl", StringComparison.Ordinal).Replace("ŉ", "ʼn", StringComparison.Ordinal);

    /// <summary>`capitalize`: the first code point in title case, the rest lower.</summary>
    public static string Capitalize(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        int first = CodePoints.At(text, 0);
        // Lowered as a whole: whether a sigma is final depends on what stands before it.
        string lower = Lower(text);
        return TitlePoint(first) + lower[Lower(CodePoints.ToText(first)).Length..];
    }

    /// <summary>`title`: a letter after anything that has no case starts a word.</summary>
    public static string Title(string text)
    {
        var title = new StringBuilder(text.Length);
        bool inWord = false;
        int[] points = CodePoints.Of(text);
        for (int i = 0; i < points.Length; i++)
        {
            title.Append(inWord ? LowerAt(points, i) : TitlePoint(points[i]));
            inWord = IsCased(points[i]);
        }

        return title.ToString();
    }

    public static string Swap(string text)
    {
        var swapped = new StringBuilder(text.Length);
        int[] points = CodePoints.Of(text);
        for (int i = 0; i < points.Length; i++)
        {
            string letter = CodePoints.ToText(points[i]);
            swapped.Append(IsUpper(points[i]) ? LowerAt(points, i) : IsLower(points[i]) ? Upper(letter) : letter);
        }

        return swapped.ToString();
    }

    public static bool IsCased(int point) => IsLower(point) || IsUpper(point) || CharUnicodeInfo.GetUnicodeCategory(point) == UnicodeCategory.TitlecaseLetter;

    public static bool IsLower(int point) =>
        CharUnicodeInfo.GetUnicodeCategory(point) == UnicodeCategory.LowercaseLetter || point is 'ª' or 'º' or (>= 0x2B0 and <= 0x2B8) or (>= 0x2170 and <= 0x217F) or (>= 0x24D0 and <= 0x24E9);

    public static bool IsUpper(int point) =>
        CharUnicodeInfo.GetUnicodeCategory(point) == UnicodeCategory.UppercaseLetter || point is (>= 0x2160 and <= 0x216F) or (>= 0x24B6 and <= 0x24CF);

    /// <summary>One code point in lower case, a sigma by its place in the word.</summary>
    private static string LowerAt(int[] points, int at)
    {
        bool isFinalSigma = points[at] == 'Σ' && at > 0 && IsCased(points[at - 1]) && (at + 1 == points.Length || !IsCased(points[at + 1]));
        return isFinalSigma ? "ς" : Lower(CodePoints.ToText(points[at]));
    }

    private static string TitlePoint(int point) =>
        point switch
        {
            0x1C4 or 0x1C5 or 0x1C6 => "ǅ",
            0x1C7 or 0x1C8 or 0x1C9 => "ǈ",
            0x1CA or 0x1CB or 0x1CC => "ǋ",
            0x1F1 or 0x1F2 or 0x1F3 => "ǲ",
            _ => TitleOf(Upper(CodePoints.ToText(point)), point),
        };

    /// <summary>An expanded capital keeps its first letter only: `ß` is `SS` in upper case, `Ss` in title case.</summary>
    private static string TitleOf(string upper, int point) =>
        point <= 0xFFFF && upper.Length > 1 ? upper[..1] + upper[1..].ToLowerInvariant() : upper;

    private static string Expand(string text, string simple)
    {
        if (!text.AsSpan().ContainsAny(Expanding))
        {
            return simple;
        }

        var upper = new StringBuilder(simple.Length + 8);
        foreach (char unit in simple)
        {
            AppendUpper(upper, unit);
        }

        return upper.ToString();
    }

    private static StringBuilder AppendUpper(StringBuilder upper, char unit) => unit switch
    {
        'ı' => upper.Append('I'),
        'ſ' => upper.Append('S'),
        'ß' => upper.Append("SS"),
        'ŉ' => upper.Append("ʼN"),
        'ǰ' => upper.Append("J\u030C"),
        'և' => upper.Append("ԵՒ"),
        'ẖ' => upper.Append("H\u0331"),
        'ẗ' => upper.Append("T\u0308"),
        'ẘ' => upper.Append("W\u030A"),
        'ẙ' => upper.Append("Y\u030A"),
        'ẚ' => upper.Append("Aʾ"),
        'ﬀ' => upper.Append("FF"),
        'ﬁ' => upper.Append("FI"),
        'ﬂ' => upper.Append("FL"),
        'ﬃ' => upper.Append("FFI"),
        'ﬄ' => upper.Append("FFL"),
        'ﬅ' or 'ﬆ' => upper.Append("ST"),
        _ => upper.Append(unit),
    };

    private static string WithFinalSigma(string text, string lower)
    {
        char[] letters = lower.ToCharArray();
        for (int i = 0; i < text.Length; i++)
        {
            bool final = text[i] == 'Σ' && i > 0 && IsCased(text[i - 1]) && (i + 1 == text.Length || !IsCased(text[i + 1]));
            letters[i] = final ? 'ς' : letters[i];
        }

        return new string(letters);
    }
}
