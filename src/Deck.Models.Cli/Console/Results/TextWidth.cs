using System.Text;

namespace Deck.Models.Cli.Console.Results;

/// <summary>How many columns of a terminal a text takes: wide East Asian characters and emoji take two, combining marks none.</summary>
internal static class TextWidth
{
    public static int Of(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    public static string PadRight(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    public static string PadLeft(string text, int width) => new string(' ', Math.Max(0, width - Of(text))) + text;

    /// <summary>The text, or as much of its start as fits before an ellipsis.</summary>
    public static string KeepStart(string text, int width)
    {
        if (Of(text) <= width)
        {
            return text;
        }

        StringBuilder kept = new();
        int used = 1;
        foreach (Rune rune in text.EnumerateRunes().TakeWhile(r => (used += Of(r)) <= width))
        {
            kept.Append(rune);
        }

        return kept.Append('…').ToString();
    }

    /// <summary>The text, or as much of its end as fits behind an ellipsis.</summary>
    public static string KeepEnd(string text, int width)
    {
        if (Of(text) <= width)
        {
            return text;
        }

        int from = 0;
        for (int left = Of(text); left >= width && from < text.Length;)
        {
            Rune rune = Rune.GetRuneAt(text, from);
            left -= Of(rune);
            from += rune.Utf16SequenceLength;
        }

        return $"…{text[from..]}";
    }

    private static int Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark or System.Globalization.UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    private static bool IsWide(int c) =>
        c is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
