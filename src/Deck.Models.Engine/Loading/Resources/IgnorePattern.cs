using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Deck.Models.Engine.Loading.Resources;

/// <summary>One line of an ignore file, as gitignore(5) reads it.</summary>
internal sealed class IgnorePattern
{
    private readonly Regex pattern;

    private IgnorePattern(string pattern, bool isNegated)
    {
        this.pattern = new Regex(pattern, RegexOptions.CultureInvariant);
        IsNegated = isNegated;
    }

    /// <summary>True for a line with `!`: it brings back what earlier lines took out.</summary>
    public bool IsNegated { get; }

    /// <summary>False for a blank line and a comment.</summary>
    public static bool TryParse(string line, [NotNullWhen(true)] out IgnorePattern? pattern)
    {
        string text = line.EndsWith("\\ ", StringComparison.Ordinal) ? line : line.TrimEnd(' ');
        bool negated = text.StartsWith('!');
        text = negated ? text[1..] : text;
        pattern = text.Length == 0 || text[0] == '#' || text == "/" ? null : new IgnorePattern(Translate(text), negated);
        return pattern is not null;
    }

    public bool Fits(string path) => pattern.IsMatch(path);

    /// <summary>A pattern with a `/` before its end counts from the top, another one at any depth; with a `/` at its end only folders are meant.</summary>
    private static string Translate(string text)
    {
        bool folder = text.EndsWith('/');
        string body = folder ? text[..^1] : text;
        bool fromTop = body.Contains('/', StringComparison.Ordinal);
        StringBuilder regex = new(fromTop ? "\\A" : "\\A(?:.*/)?");
        body = body.TrimStart('/');
        int at = 0;
        while (at < body.Length)
        {
            at = Append(regex, body, at);
        }

        return regex.Append(folder ? "/" : "(?:/|\\z)").ToString();
    }

    /// <summary>Translates what stands at a place, and gives the place behind it.</summary>
    private static int Append(StringBuilder regex, string body, int at)
    {
        ReadOnlySpan<char> rest = body.AsSpan(at);
        if (rest.StartsWith("**/") && (at == 0 || body[at - 1] == '/'))
        {
            regex.Append("(?:.*/)?");
            return at + 3;
        }

        if (rest.StartsWith("**"))
        {
            // Behind a `/` everything below is meant; elsewhere git reads two stars as one.
            regex.Append(at > 0 && body[at - 1] == '/' && rest.Length == 2 ? ".+" : "[^/]*");
            return at + 2;
        }

        int close = rest[0] == '[' ? rest[1..].IndexOf(']') : -1;
        if (close > 0)
        {
            regex.Append(SetOf(rest.Slice(1, close).ToString().Replace("\\", "\\\\", StringComparison.Ordinal)));
            return at + close + 2;
        }

        bool escaped = rest[0] == '\\' && rest.Length > 1;
        regex.Append(escaped ? Regex.Escape(rest[1].ToString()) : rest[0] switch
        {
            '*' => "[^/]*",
            '?' => "[^/]",
            { } other => Regex.Escape(other.ToString()),
        });
        return at + (escaped ? 2 : 1);
    }

    private static string SetOf(string characters) => characters[0] == '!' ? $"[^{characters[1..]}]" : $"[{characters}]";
}
