namespace Deck.Models.Templating.Parsing;

/// <summary>Finds where a number literal ends, and whether it is a float.</summary>
internal static class NumberScanner
{
    /// <summary>The token of the number that starts at a digit; `01` is two numbers and `1_` a number and a name, as in Jinja.</summary>
    public static Token Scan(string text, int start, int end)
    {
        bool afterDot = start > 0 && text[start - 1] == '.';
        if (!afterDot && EndOfFloat(text, start, end) is int endOfFloat)
        {
            return new Token(TokenKind.Float, start, endOfFloat);
        }

        return new Token(TokenKind.Integer, start, EndOfInteger(text, start, end));
    }

    private static int? EndOfFloat(string text, int start, int end)
    {
        if (EndOfDigits(text, start, end) is not int whole)
        {
            return null;
        }

        int? fraction = whole < end && text[whole] == '.' ? EndOfDigits(text, whole + 1, end) : null;
        int mantissa = fraction ?? whole;
        return EndOfExponent(text, mantissa, end) ?? fraction;
    }

    private static int? EndOfExponent(string text, int position, int end)
    {
        if (position >= end || text[position] is not ('e' or 'E'))
        {
            return null;
        }

        position++;
        return EndOfDigits(text, position < end && text[position] is '+' or '-' ? position + 1 : position, end);
    }

    /// <summary>`(\d+_)*\d+`: digits with single underscores between them.</summary>
    private static int? EndOfDigits(string text, int start, int end)
    {
        int position = start;
        while (position < end && IsDigit(text[position]))
        {
            position++;
            if (position + 1 < end && text[position] == '_' && IsDigit(text[position + 1]))
            {
                position++;
            }
        }

        return position > start ? position : null;
    }

    private static int EndOfInteger(string text, int start, int end)
    {
        if (text[start] != '0')
        {
            return EndOfRun(text, start + 1, end, IsDigit);
        }

        Func<char, bool>? digit = start + 1 < end ? text[start + 1] switch
        {
            'b' or 'B' => c => c is '0' or '1',
            'o' or 'O' => c => c is >= '0' and <= '7',
            'x' or 'X' => char.IsAsciiHexDigit,
            _ => null,
        } : null;
        int endOfPrefixed = digit is null ? start + 2 : EndOfRun(text, start + 2, end, digit);
        return digit is not null && endOfPrefixed > start + 2 ? endOfPrefixed : EndOfRun(text, start + 1, end, c => c == '0');
    }

    /// <summary>`(_?d)*`: digits, each of which may have one underscore before it.</summary>
    private static int EndOfRun(string text, int position, int end, Func<char, bool> isDigit)
    {
        while (position < end)
        {
            int digit = text[position] == '_' ? position + 1 : position;
            if (digit >= end || !isDigit(text[digit]))
            {
                break;
            }

            position = digit + 1;
        }

        return position;
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c);
}
