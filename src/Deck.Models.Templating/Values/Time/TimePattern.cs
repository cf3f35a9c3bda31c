using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Deck.Models.Templating.Values;

/// <summary>A format of Python's `strptime` as a regular expression, with a group for each directive.</summary>
internal sealed class TimePattern
{
    private static readonly DateTimeFormatInfo Names = CultureInfo.InvariantCulture.DateTimeFormat;

    private readonly string format;
    private readonly StringBuilder pattern = new();
    private readonly List<char> directives = [];

    private TimePattern(string format) => this.format = format;

    /// <summary>What the directives of a format took from a text, in the order of the format.</summary>
    public static IReadOnlyList<(char Directive, string Text)> Match(string text, string format)
    {
        TimePattern read = new(format);
        read.Append(format);
        Match match = Regex.Match(text, $@"\A(?:{read.pattern})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        if (!match.Success)
        {
            throw TemplateException.ValueError($"time data {StringRepr.Of(text)} does not match format {StringRepr.Of(format)}");
        }

        return match.Length == text.Length
            ? [.. read.directives.Select(directive => (directive, match.Groups[directive.ToString()].Value))]
            : throw TemplateException.ValueError($"unconverted data remains: {text[match.Length..]}");
    }

    private void Append(string part)
    {
        for (int at = 0; at < part.Length; at++)
        {
            if (char.IsWhiteSpace(part[at]))
            {
                pattern.Append(at > 0 && char.IsWhiteSpace(part[at - 1]) ? "" : @"\s+");
            }
            else if (part[at] != '%')
            {
                pattern.Append(Regex.Escape(part[at].ToString()));
            }
            else
            {
                at++;
                AppendDirective(at == part.Length ? throw TemplateException.ValueError($"stray %% in format {StringRepr.Of(format)}") : part[at]);
            }
        }
    }

    private void AppendDirective(char directive)
    {
        switch (directive)
        {
            case 'c':
                Append("%a %b %d %H:%M:%S %Y");
                return;
            case 'x':
                Append("%m/%d/%y");
                return;
            case 'X':
                Append("%H:%M:%S");
                return;
            case '%':
                pattern.Append('%');
                return;
        }

        string expression = Expression(directive) ?? throw TemplateException.ValueError($"'{directive}' is a bad directive in format {StringRepr.Of(format)}");
        if (directives.Contains(directive))
        {
            throw new TemplateException("error", $"redefinition of group name '{directive}'");
        }

        directives.Add(directive);
        pattern.Append("(?<").Append(directive).Append('>').Append(expression).Append(')');
    }

    private static string? Expression(char directive) =>
        directive switch
        {
            'Y' or 'G' => "[0-9]{4}",
            'y' => "[0-9]{2}",
            'm' or 'I' => "1[0-2]|0[1-9]|[1-9]",
            'd' => "3[0-1]|[1-2][0-9]|0[1-9]|[1-9]| [1-9]",
            'j' => "36[0-6]|3[0-5][0-9]|[1-2][0-9]{2}|0[1-9][0-9]|00[1-9]|[1-9][0-9]|0[1-9]|[1-9]",
            'H' => "2[0-3]|[0-1][0-9]|[0-9]",
            'M' => "[0-5][0-9]|[0-9]",
            'S' => "6[0-1]|[0-5][0-9]|[0-9]",
            'f' => "[0-9]{1,6}",
            'p' => "am|pm",
            'z' => @"[+-][0-9]{2}:?[0-5][0-9](?::?[0-5][0-9](?:\.[0-9]{1,6})?)?|(?-i:Z)",
            'Z' => "utc|gmt",
            'u' => "[1-7]",
            'w' => "[0-6]",
            'U' or 'W' => "5[0-3]|[0-4][0-9]|[0-9]",
            'V' => "5[0-3]|0[1-9]|[1-4][0-9]|[0-9]",
            'b' => OneOf(Names.AbbreviatedMonthNames[..12]),
            'B' => OneOf(Names.MonthNames[..12]),
            'a' => OneOf(Names.AbbreviatedDayNames),
            'A' => OneOf(Names.DayNames),
            _ => null,
        };

    private static string OneOf(IEnumerable<string> names) => string.Join('|', names.OrderByDescending(name => name.Length));
}
