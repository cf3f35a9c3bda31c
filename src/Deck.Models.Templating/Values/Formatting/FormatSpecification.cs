namespace Deck.Models.Templating.Values;

/// <summary>Python's format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.</summary>
internal sealed record FormatSpecification
{
    /// <summary>Greatest width and precision; Python's own bound is memory.</summary>
    private const int MaxNumber = 1_000_000;

    public string Fill { get; private init; } = " ";

    /// <summary>One of `&lt; &gt; = ^`, or NUL where none is given.</summary>
    public char Align { get; private init; }

    /// <summary>One of `+ -` and the blank, or NUL.</summary>
    public char Sign { get; private init; }

    public bool NormalizesZero { get; private init; }

    public bool IsAlternate { get; private init; }

    public int Width { get; private init; } = -1;

    /// <summary>`,` or `_`, or NUL.</summary>
    public char Grouping { get; private init; }

    public int Precision { get; private init; } = -1;

    /// <summary>The presentation, or NUL.</summary>
    public char Type { get; private init; }

    /// <summary>True where zeros are asked for beside an alignment, which Decimal refuses.</summary>
    public bool AlignsTwice { get; private init; }

    /// <summary>True where the digits are padded with zeros between sign and number.</summary>
    public bool PadsWithZeros => Fill == "0" && Align == '=';

    /// <summary>The same for what has no digits (NaN, an infinity): no groups, and blanks in the place of zeros.</summary>
    public FormatSpecification WithoutDigits => this with { Grouping = '\0', Fill = PadsWithZeros ? " " : Fill, Align = PadsWithZeros ? '>' : Align };

    /// <summary>Reads a specification.</summary>
    /// <param name="text">The specification.</param>
    /// <param name="typeName">The type that is formatted, for messages.</param>
    /// <param name="zeroAlign">The alignment that a leading zero stands for: `=` for numbers, `&lt;` for text.</param>
    public static FormatSpecification Parse(string text, string typeName, char zeroAlign)
    {
        int[] points = CodePoints.Of(text);
        int at = 0;
        var result = new FormatSpecification();
        result = result.WithAlignment(points, ref at);
        bool hasFill = at == 2;
        result = result with { Sign = Take(points, ref at, "+- ") };
        result = result with { NormalizesZero = Take(points, ref at, "z") != '\0', IsAlternate = Take(points, ref at, "#") != '\0' };
        bool hasZero = at < points.Length && points[at] == '0';
        if (!hasFill && hasZero)
        {
            at++;
            result = result with { Fill = "0", AlignsTwice = result.Align != '\0', Align = result.Align == '\0' ? zeroAlign : result.Align };
        }
        else
        {
            result = result with { AlignsTwice = hasZero };
        }

        result = result with { Width = Number(points, ref at), Grouping = Take(points, ref at, ",_") };
        result = result with { Precision = Precisely(points, ref at) };
        char type = at < points.Length ? (char)points[at++] : '\0';
        return at == points.Length
            ? result with { Type = type }
            : throw TemplateException.ValueError($"Invalid format specifier '{text}' for object of type '{typeName}'");
    }

    /// <summary>Fills a text up to the width.</summary>
    public string Pad(string text, char defaultAlign)
    {
        int missing = Width - CodePoints.Count(text);
        if (missing <= 0)
        {
            return text;
        }

        int left = (Align == '\0' ? defaultAlign : Align) switch
        {
            '<' => 0,
            '^' => missing / 2,
            _ => missing,
        };
        return StringOperators.Repeat(Fill, left) + text + StringOperators.Repeat(Fill, missing - left);
    }

    private FormatSpecification WithAlignment(int[] points, ref int at)
    {
        if (points.Length > 1 && IsAlign(points[1]))
        {
            at = 2;
            return this with { Fill = CodePoints.ToText(points[0]), Align = (char)points[1] };
        }

        if (points.Length == 0 || !IsAlign(points[0]))
        {
            return this;
        }

        at = 1;
        return this with { Align = (char)points[0] };
    }

    private static bool IsAlign(int point) => point is '<' or '>' or '=' or '^';

    private static char Take(int[] points, ref int at, string any) =>
        at < points.Length && points[at] <= 0xFFFF && any.Contains((char)points[at]) ? (char)points[at++] : '\0';

    private static int Precisely(int[] points, ref int at)
    {
        if (Take(points, ref at, ".") == '\0')
        {
            return -1;
        }

        int precision = Number(points, ref at);
        return precision >= 0 ? precision : throw TemplateException.ValueError("Format specifier missing precision");
    }

    private static int Number(int[] points, ref int at)
    {
        int start = at;
        int number = 0;
        for (; at < points.Length && points[at] is >= '0' and <= '9'; at++)
        {
            number = (number * 10) + (points[at] - '0');
            if (number > MaxNumber)
            {
                throw TemplateException.ValueError("Too many decimal digits in format string");
            }
        }

        return at == start ? -1 : number;
    }
}
