using System.Globalization;
using System.Text;

namespace Deck.Models.Templating.Parsing;

/// <summary>Reads what a string literal means: Python's escapes, line breaks as `\n`.</summary>
internal static class StringLiteral
{
    /// <summary>The text between the quotes decoded; false with a message where an escape is broken.</summary>
    public static bool TryDecode(ReadOnlySpan<char> body, out string text, out string? error)
    {
        error = null;
        if (body.IndexOfAny('\\', '\r') < 0)
        {
            text = body.ToString();
            return true;
        }

        StringBuilder decoded = new(body.Length);
        ReadOnlySpan<char> rest = TemplateText.NormalizeNewlines(body);
        while (rest.Length > 0 && error is null)
        {
            int plain = rest.IndexOf('\\');
            decoded.Append(plain < 0 ? rest : rest[..plain]);
            rest = plain < 0 ? default : rest[(plain + Escape(rest[plain..], decoded, out error))..];
        }

        text = decoded.ToString();
        return error is null;
    }

    /// <summary>Decodes the escape that the text starts with; returns its length.</summary>
    private static int Escape(ReadOnlySpan<char> text, StringBuilder decoded, out string? error)
    {
        error = null;
        char c = text.Length > 1 ? text[1] : '\0';
        switch (c)
        {
            case 'x':
                return Hex(text, 2, decoded, out error);
            case 'u':
                return Hex(text, 4, decoded, out error);
            case 'U':
                return Hex(text, 8, decoded, out error);
            case 'N':
                return Named(text, decoded, out error);
            case >= '0' and <= '7':
                return Octal(text, decoded);
            case '\n':
                return 2;
            default:
                return Simple(text, c, decoded);
        }
    }

    private static int Simple(ReadOnlySpan<char> text, char c, StringBuilder decoded)
    {
        int index = "\\'\"abfnrtv".IndexOf(c);
        if (text.Length < 2 || index < 0)
        {
            decoded.Append('\\');
            return 1;
        }

        decoded.Append("\\'\"\a\b\f\n\r\t\v"[index]);
        return 2;
    }

    private static int Hex(ReadOnlySpan<char> text, int digits, StringBuilder decoded, out string? error)
    {
        error = null;
        bool parsed = uint.TryParse(text[2..Math.Min(text.Length, 2 + digits)], NumberStyles.AllowHexSpecifier, null, out uint code);
        if (!parsed || text.Length < 2 + digits)
        {
            error = $"the escape `\\{text[1]}` needs {digits} hexadecimal digits";
        }
        else if (code > 0x10FFFF)
        {
            error = "there is no such Unicode character";
        }
        else
        {
            AppendCodePoint(decoded, (int)code);
        }

        return error is null ? 2 + digits : text.Length;
    }

    private static int Named(ReadOnlySpan<char> text, StringBuilder decoded, out string? error)
    {
        int close = text.IndexOf('}');
        string name = text.Length > 2 && text[2] == '{' && close > 3 ? text[3..close].ToString() : "";
        bool known = CharacterNames.TryFind(name, out char character);
        decoded.Append(character);
        error = known ? null : $"the character name `{name}` is not known here; write the character itself or its `\\uNNNN`";
        return known ? close + 1 : text.Length;
    }

    private static int Octal(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        int code = 0;
        int position = 1;
        while (position < text.Length && position < 4 && text[position] is >= '0' and <= '7')
        {
            code = (code * 8) + text[position++] - '0';
        }

        AppendCodePoint(decoded, code);
        return position;
    }

    private static void AppendCodePoint(StringBuilder decoded, int code)
    {
        if (code < 0x10000)
        {
            decoded.Append((char)code);
        }
        else
        {
            decoded.Append(char.ConvertFromUtf32(code));
        }
    }
}
