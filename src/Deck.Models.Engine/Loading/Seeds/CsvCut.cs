namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Finds where the last whole record of a piece of CSV ends, by quotes and line breaks alone.</summary>
internal static class CsvCut
{
    /// <summary>The length of the whole records at the beginning of a text that goes on; 0 where there is none.</summary>
    public static int Find(ReadOnlySpan<byte> text, CsvDialect dialect)
    {
        int cut = 0;
        int outside = 0;
        int at = 0;
        int quote;
        while ((quote = text[at..].IndexOf((byte)'"')) >= 0)
        {
            quote += at;
            at = quote + 1;
            if (!Opens(text[..quote], dialect))
            {
                continue;
            }

            cut = AfterLastBreak(text, outside, quote) ?? cut;
            if (!TryClose(text, ref at))
            {
                return cut;
            }

            outside = at;
        }

        return AfterLastBreak(text, outside, text.Length) ?? cut;
    }

    /// <summary>A quote opens a quoted stretch at the start of a field only.</summary>
    private static bool Opens(ReadOnlySpan<byte> before, CsvDialect dialect) => before is [] or [.., (byte)'\n' or (byte)'\r'] || before.EndsWith(dialect.Bytes);

    /// <summary>Goes behind the closing quote; false where the text ends before it, or at a quote that may be the first of two.</summary>
    private static bool TryClose(ReadOnlySpan<byte> text, ref int at)
    {
        int quote;
        while ((quote = text[at..].IndexOf((byte)'"')) >= 0)
        {
            at += quote + 1;
            if (at == text.Length)
            {
                return false;
            }

            if (text[at] != '"')
            {
                return true;
            }

            at++;
        }

        return false;
    }

    /// <summary>A CR at the very end may be half of a line break.</summary>
    private static int? AfterLastBreak(ReadOnlySpan<byte> text, int from, int end)
    {
        ReadOnlySpan<byte> stretch = text[from..end];
        int last = stretch.LastIndexOf((byte)'\n');
        last = last >= 0 ? last : (end == text.Length && stretch.Length > 0 ? stretch[..^1] : stretch).LastIndexOf((byte)'\r');
        return last < 0 ? null : from + last + 1;
    }
}
