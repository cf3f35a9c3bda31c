using System.Globalization;
using System.Text;

namespace Deck.Models.Templating.Parsing;

/// <summary>Python's classes of characters, as far as the lexers need them.</summary>
internal static class Characters
{
    /// <summary>`str.isspace` and `\s`: as .NET has it, and the four separators of ASCII.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\x1c' and <= '\x1f';

    public static int SkipSpace(string text, int position, int end)
    {
        while (position < end && IsSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    /// <summary>The end of the text in [start, end) without its trailing white space.</summary>
    public static int TrimEnd(string text, int start, int end)
    {
        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>Where the run of word characters that starts at a position ends.</summary>
    public static int EndOfWord(string text, int position, int end)
    {
        while (position < end)
        {
            char c = text[position];
            if (char.IsAsciiLetterOrDigit(c) || c == '_')
            {
                position++;
                continue;
            }

            if (c < 128 || !Rune.TryGetRuneAt(text, position, out Rune rune) || !IsWord(rune))
            {
                break;
            }

            position += rune.Utf16SequenceLength;
        }

        return position;
    }

    /// <summary>Python's `str.isidentifier` for a run of word characters.</summary>
    public static bool IsIdentifier(ReadOnlySpan<char> word) =>
        System.Text.Ascii.IsValid(word) ? word.Length > 0 && !char.IsAsciiDigit(word[0]) : IsUnicodeIdentifier(word);

    private static bool IsUnicodeIdentifier(ReadOnlySpan<char> word)
    {
        bool first = true;
        foreach (Rune rune in word.EnumerateRunes())
        {
            bool starts = rune.Value == '_' || Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber;
            if (!starts && (first || !Continues(rune)))
            {
                return false;
            }

            first = false;
        }

        return !first;
    }

    private static bool IsWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune) || Continues(rune);

    private static bool Continues(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
}
