namespace Deck.Models.Templating.Values;

/// <summary>One replacement field of `str.format`: `name[.attribute][[item]]…[!conversion][:specification]`.</summary>
/// <param name="Name">Everything before `!` and `:`.</param>
/// <param name="Conversion">The letter after `!`, or NUL.</param>
/// <param name="Specification">What follows the colon, its own fields not yet replaced.</param>
internal readonly record struct FormatField(string Name, char Conversion, string Specification)
{
    /// <summary>The argument's name or number, before any attribute or item.</summary>
    public string First => Name.AsSpan().IndexOfAny('.', '[') is int end and >= 0 ? Name[..end] : Name;

    /// <summary>Reads the field that starts behind an opening brace, and moves behind its closing one.</summary>
    public static FormatField Read(string text, ref int at)
    {
        int start = at;
        at = EndOfName(text, at);
        string name = text[start..at];
        char conversion = '\0';
        if (text[at++] == '}')
        {
            return new FormatField(name, conversion, "");
        }

        if (text[at - 1] == '!')
        {
            conversion = at < text.Length ? text[at++] : throw TemplateException.ValueError("end of string while looking for conversion specifier");
            if (at < text.Length && text[at++] is var next and not ':')
            {
                return next == '}' ? new FormatField(name, conversion, "") : throw TemplateException.ValueError("expected ':' after conversion specifier");
            }
        }

        return new FormatField(name, conversion, ReadSpecification(text, ref at));
    }

    /// <summary>The attributes and items that follow the first name, one by one: a mistake counts only once it is reached.</summary>
    public IEnumerable<(bool IsAttribute, string Key)> Path()
    {
        for (int at = First.Length; at < Name.Length;)
        {
            bool isAttribute = Name[at] == '.';
            if (!isAttribute && Name[at] != '[')
            {
                throw TemplateException.ValueError("Only '.' or '[' may follow ']' in format field specifier");
            }

            int end = isAttribute ? Name.AsSpan(at + 1).IndexOfAny('.', '[') : Name.AsSpan(at + 1).IndexOf(']');
            if (end < 0 && !isAttribute)
            {
                throw TemplateException.ValueError("Missing ']' in format string");
            }

            end = end < 0 ? Name.Length : at + 1 + end;
            string key = Name[(at + 1)..end];
            yield return key.Length > 0 ? (isAttribute, key) : throw TemplateException.ValueError("Empty attribute in format string");
            at = isAttribute ? end : end + 1;
        }
    }

    /// <summary>The place of the brace, mark or colon that ends a name; whatever stands in brackets is part of it.</summary>
    private static int EndOfName(string text, int at)
    {
        for (; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '{':
                    throw TemplateException.ValueError("unexpected '{' in field name");
                case '}' or ':' or '!':
                    return at;
                case '[':
                    int close = text.IndexOf(']', at);
                    at = close < 0 ? text.Length : close;
                    break;
            }
        }

        throw TemplateException.ValueError("expected '}' before end of string");
    }

    private static string ReadSpecification(string text, ref int at)
    {
        int start = at;
        int depth = 1;
        while (at < text.Length)
        {
            depth += text[at++] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return text[start..(at - 1)];
            }
        }

        throw TemplateException.ValueError("unmatched '{' in format spec");
    }
}
