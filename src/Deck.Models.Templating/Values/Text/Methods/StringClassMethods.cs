using System.Globalization;
using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>The methods of str that ask what kind of characters it holds.</summary>
internal static class StringClassMethods
{
    public static (string Signature, Func<StringValue, BoundArguments, Value> Body)[] All { get; } =
    [
        ("isalpha()", (s, _) => Every(s, IsAlpha)),
        ("isdecimal()", (s, _) => Every(s, IsDecimal)),
        ("isdigit()", (s, _) => Every(s, IsDigit)),
        ("isnumeric()", (s, _) => Every(s, IsNumeric)),
        ("isalnum()", (s, _) => Every(s, IsAlphanumeric)),
        ("isspace()", (s, _) => Every(s, Whitespace.IsSpace)),
        ("isascii()", (s, _) => Value.Of(Ascii.IsValid(s.Text))),
        ("isprintable()", (s, _) => Value.Of(!s.IsTrue || CodePoints.Of(s.Text).All(StringRepr.IsPrintable))),
        ("isidentifier()", (s, _) => Value.Of(IsIdentifier(s.Text))),
        ("isupper()", (s, _) => Value.Of(IsInCase(s.Text, CaseMapping.IsUpper))),
        ("islower()", (s, _) => Value.Of(IsInCase(s.Text, CaseMapping.IsLower))),
        ("istitle()", (s, _) => Value.Of(IsTitle(s.Text))),
    ];

    public static bool IsDigit(int point) => point <= 0xFFFF ? CharUnicodeInfo.GetDigitValue((char)point) >= 0 : CharUnicodeInfo.GetDigitValue(CodePoints.ToText(point), 0) >= 0;

    public static bool IsAlphanumeric(int point) => IsAlpha(point) || IsNumeric(point);

    /// <summary>True where the text has letters with case, and all of them are in the one asked for.</summary>
    public static bool IsInCase(string text, Func<int, bool> isInCase)
    {
        bool found = false;
        foreach (int point in CodePoints.Of(text))
        {
            if (isInCase(point))
            {
                found = true;
            }
            else if (CaseMapping.IsCased(point))
            {
                return false;
            }
        }

        return found;
    }

    private static bool IsAlpha(int point) => CharUnicodeInfo.GetUnicodeCategory(point) is >= UnicodeCategory.UppercaseLetter and <= UnicodeCategory.OtherLetter;

    private static bool IsDecimal(int point) => CharUnicodeInfo.GetUnicodeCategory(point) == UnicodeCategory.DecimalDigitNumber;

    private static bool IsNumeric(int point) => CharUnicodeInfo.GetNumericValue(CodePoints.ToText(point), 0) != -1;

    private static BooleanValue Every(StringValue text, Func<int, bool> holds)
    {
        foreach (int point in CodePoints.Of(text.Text))
        {
            if (!holds(point))
            {
                return BooleanValue.False;
            }
        }

        return BooleanValue.From(text.IsTrue);
    }

    private static bool IsIdentifier(string text)
    {
        int[] points = CodePoints.Of(text);
        for (int i = 0; i < points.Length; i++)
        {
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(points[i]);
            bool starts = points[i] == '_' || category is <= UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;
            bool continues = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
            if (!starts && (i == 0 || !continues))
            {
                return false;
            }
        }

        return points.Length > 0;
    }

    private static bool IsTitle(string text)
    {
        bool found = false;
        bool inWord = false;
        foreach (int point in CodePoints.Of(text))
        {
            bool isLower = CaseMapping.IsLower(point);
            bool isCased = CaseMapping.IsCased(point);
            if (isCased && isLower != inWord)
            {
                return false;
            }

            found |= isCased;
            inWord = isCased;
        }

        return found;
    }
}
