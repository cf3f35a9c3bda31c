using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>Turns the syntax of Python's regular expressions into .NET's, where the two differ.</summary>
internal static class PatternTranslator
{
    /// <summary>The letters that Python has escapes for; .NET has more, such as `\p`.</summary>
    private const string Escapes = "AbBdDsSwWZafnrtvxuUN";

    public static string Translate(string pattern)
    {
        var text = new StringBuilder(pattern.Length + 8);
        bool inClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            char unit = pattern[i];
            if (unit == '\\' && i + 1 < pattern.Length)
            {
                i++;
                text.Append(Escaped(pattern[i], i, inClass));
            }
            else if (inClass)
            {
                // .NET reads `[` after `-` in a class as subtraction.
                text.Append(unit == '[' ? "\\[" : unit.ToString());
                inClass = unit != ']' || IsFirstOfClass(pattern, i);
            }
            else
            {
                inClass = unit == '[';
                i = AppendOutsideClass(text, pattern, i);
            }
        }

        return text.ToString();
    }

    private static string Escaped(char unit, int at, bool inClass) => unit switch
    {
        'Z' when !inClass => "\\z",
        _ when char.IsAsciiLetter(unit) && !Escapes.Contains(unit) => throw new TemplateException("error", $"bad escape \\{unit} at position {at - 1}"),
        _ => "\\" + unit,
    };

    /// <summary>Gives the place of the last character that it took.</summary>
    private static int AppendOutsideClass(StringBuilder text, string pattern, int at)
    {
        if (pattern.AsSpan(at).StartsWith("(?P"))
        {
            return AppendNamed(text, pattern, at);
        }

        text.Append(pattern.AsSpan(at).StartsWith("{,") ? "{0" : pattern[at].ToString());
        return at;
    }

    private static bool IsFirstOfClass(string pattern, int at) => pattern[at - 1] == '[' || (pattern[at - 1] == '^' && at > 1 && pattern[at - 2] == '[');

    /// <summary>`(?P&lt;name&gt;`, `(?P=name)`.</summary>
    private static int AppendNamed(StringBuilder text, string pattern, int at)
    {
        char kind = at + 3 < pattern.Length ? pattern[at + 3] : '\0';
        if (kind == '=')
        {
            int close = pattern.IndexOf(')', at);
            close = close < 0 ? pattern.Length : close;
            text.Append("\\k<").Append(pattern, at + 4, close - at - 4).Append('>');
            return close;
        }

        text.Append("(?");
        return at + 2;
    }
}
