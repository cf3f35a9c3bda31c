namespace Deck.Models.Templating.Tests.Fuzzing;

/// <summary>Makes new texts out of known ones: pieces are dropped, doubled, swapped, taken from another text, or replaced by what tends to break parsers.</summary>
internal sealed class TemplateMutator(string[] texts, int seed)
{
    private static readonly string[] Fragments =
    [
        "{%", "%}", "{{", "}}", "{#", "#}", "{%-", "-%}", "{% raw %}", "{% endraw %}", "{% endif %}", "{% endfor %}", "{% endmacro %}", "{% else %}", "{% set x %}", "{% endset %}",
        "'", "\"", "\\", "(", ")", "[", "]", "{", "}", "|", "~", "**", "//", "%", ":", ",", ".", "=", "==", " is ", " not ", " in ", " if ", " else ", "\0", "\r\n", "\u2028", "\ud800", "😀",
        "-1", "0", "1e308", "10**30", "9223372036854775808", "none", "true", "loop", "caller()", "varargs", "nope", "self", "''", "[]", "{}", "()", "range(9)", "*[1]", "**{}",
        "|list", "|map('int')", "|sort", "|join", "|tojson", "|format(1)", "|groupby('a')", ".format(1)", ".items()", "[::-1]", "[1:]", "['a']", "%s", "%(a)d", "{:>9}", "{0.a}",
    ];

    private readonly Random random = new(seed);

    public string Next()
    {
        string text = texts[random.Next(texts.Length)];
        for (int changes = random.Next(1, 6); changes > 0; changes--)
        {
            text = Change(text);
        }

        return text;
    }

    private string Change(string text)
    {
        int from = random.Next(text.Length + 1);
        int to = Math.Min(text.Length, from + random.Next(1, 12));
        return random.Next(6) switch
        {
            0 => text[..from] + text[to..],
            1 => text[..to] + text[from..],
            2 => text[..from] + Piece() + text[from..],
            3 => text[..from] + Piece() + text[to..],
            4 => text[..from] + Fragments[random.Next(Fragments.Length)] + text[from..],
            _ => text[..from] + Fragments[random.Next(Fragments.Length)] + text[to..],
        };
    }

    private string Piece()
    {
        string other = texts[random.Next(texts.Length)];
        int from = random.Next(other.Length + 1);
        return other.Substring(from, random.Next(Math.Min(30, other.Length - from) + 1));
    }
}
