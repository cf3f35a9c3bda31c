using System.Text;
using System.Text.RegularExpressions;

namespace Deck.Models.Templating.Values;

/// <summary>The replacement syntax of `re.sub`: `\1`, `\g&lt;name&gt;` and escapes.</summary>
internal static class ReplacementTemplate
{
    public static string Expand(string template, PatternValue pattern, Match match)
    {
        if (!template.Contains('\\'))
        {
            return template;
        }

        var text = new StringBuilder();
        for (int i = 0; i < template.Length; i++)
        {
            if (template[i] != '\\')
            {
                text.Append(template[i]);
                continue;
            }

            if (++i == template.Length)
            {
                throw new TemplateException("error", "bad escape (end of pattern)");
            }

            i = AppendEscape(text, template, i, (pattern, match));
        }

        return text.ToString();
    }

    /// <summary>One escape, from the place behind its backslash; gives the place of its last unit.</summary>
    private static int AppendEscape(StringBuilder text, string template, int at, (PatternValue Pattern, Match Match) found)
    {
        char unit = template[at];
        if (unit == 'g')
        {
            int close = EndOfName(template, at);
            text.Append(Group(found.Pattern, found.Match, template[(at + 2)..close]));
            return close;
        }

        if (unit is >= '1' and <= '9')
        {
            int length = at + 1 < template.Length && char.IsAsciiDigit(template[at + 1]) ? 2 : 1;
            text.Append(Group(found.Pattern, found.Match, template.Substring(at, length)));
            return at + length - 1;
        }

        text.Append(Escaped(unit, at));
        return at;
    }

    private static string Escaped(char unit, int at) => unit switch
    {
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        'a' => "\a",
        'b' => "\b",
        'f' => "\f",
        'v' => "\v",
        '\\' => "\\",
        '0' => "\0",
        _ when char.IsAsciiLetter(unit) => throw new TemplateException("error", $"bad escape \\{unit} at position {at - 1}"),
        _ => "\\" + unit,
    };

    /// <summary>The place of the bracket that closes `g&lt;name&gt;`.</summary>
    private static int EndOfName(string template, int at)
    {
        int close = template.IndexOf('>', at);
        return close >= at + 3 && template[at + 1] == '<' ? close : throw new TemplateException("error", "missing group name");
    }

    private static string Group(PatternValue pattern, Match match, string name)
    {
        if (int.TryParse(name, out int number))
        {
            return number <= pattern.GroupCount
                ? match.Groups[number].Value
                : throw new TemplateException("error", $"invalid group reference {number}");
        }

        return pattern.GroupNames.TryGetValue(name, out int named)
            ? match.Groups[named].Value
            : throw new TemplateException("IndexError", $"unknown group name {StringRepr.Of(name)}");
    }
}
