namespace Deck.Models.Templating.Values;

/// <summary>One replacement field of `str.format`: `name[.attribute][[item]]…[!conversion][:specification]`.</summary>
internal sealed record FormatField(string Name, IReadOnlyList<(bool IsAttribute, string Key)> Path, char Conversion, string Specification)
{
    /// <summary>The text of a field that starts at <paramref name="start"/>, and the place behind its closing brace.</summary>
    public static (string Field, int Next) Take(string text, int start)
    {
        int depth = 1;
        for (int i = start; i < text.Length; i++)
        {
            // Braces in an item's brackets are part of the key.
            if (text[i] == '[')
            {
                int close = text.IndexOf(']', i);
                i = close < 0 ? i : close;
                continue;
            }

            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return (text[start..i], i + 1);
            }
        }

        throw TemplateException.ValueError(start == text.Length ? "Single '{' encountered in format string" : "expected '}' before end of string");
    }

    public static FormatField Parse(string field)
    {
        int end = 0;
        while (end < field.Length && field[end] is not (':' or '!'))
        {
            int close = field[end] == '[' ? field.IndexOf(']', end) : -1;
            end = close < 0 ? end + 1 : close + 1;
        }

        bool converts = end < field.Length && field[end] == '!';
        char conversion = converts ? ParseConversion(field, end + 1) : '\0';
        int rest = converts ? end + 2 : end;
        (string name, List<(bool, string)> path) = ParseName(field[..end]);
        return new FormatField(name, path, conversion, rest < field.Length ? field[(rest + 1)..] : "");
    }

    private static char ParseConversion(string field, int at)
    {
        if (at >= field.Length)
        {
            throw TemplateException.ValueError("end of string while looking for conversion specifier");
        }

        return at + 1 == field.Length || field[at + 1] == ':'
            ? field[at]
            : throw TemplateException.ValueError("expected ':' after conversion specifier");
    }

    private static (string Name, List<(bool IsAttribute, string Key)> Path) ParseName(string text)
    {
        string name = text.Split('.', '[')[0];
        int at = name.Length;
        if (name.Contains('{'))
        {
            throw TemplateException.ValueError("unexpected '{' in field name");
        }

        var path = new List<(bool, string)>();
        while (at < text.Length)
        {
            bool isAttribute = text[at] == '.';
            if (!isAttribute && text[at] != '[')
            {
                throw TemplateException.ValueError("Only '.' or '[' may follow ']' in format field specifier");
            }

            int end = isAttribute ? text.AsSpan(at + 1).IndexOfAny('.', '[') : text.AsSpan(at + 1).IndexOf(']');
            if (end < 0 && !isAttribute)
            {
                throw TemplateException.ValueError("Missing ']' in format string");
            }

            end = end < 0 ? text.Length : at + 1 + end;
            string key = text[(at + 1)..end];
            path.Add(key.Length > 0 ? (isAttribute, key) : throw TemplateException.ValueError("Empty attribute in format string"));
            at = isAttribute ? end : end + 1;
        }

        return (name, path);
    }
}
