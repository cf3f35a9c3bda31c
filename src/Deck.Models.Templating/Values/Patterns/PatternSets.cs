using System.Globalization;
using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>The characters that `.`, `\w` and kin, and sets in brackets stand for, in .NET's syntax.</summary>
/// <param name="isAstral">True for subjects that hold characters of two units, which `.` and complements take whole.</param>
internal sealed class PatternSets(bool isAstral)
{
    /// <summary>Keeps a match from beginning in the middle of a character.</summary>
    public const string WholeCharacters = @"(?!(?<=[\uD800-\uDBFF])[\uDC00-\uDFFF])";

    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

    /// <summary>`.`, under the flag DOTALL or not.</summary>
    public string Dot => Whole(".");

    /// <summary>A class escape outside of brackets, such as `\w`.</summary>
    public string Class(char letter, bool isAscii) =>
        char.IsAsciiLetterUpper(letter) ? Whole($"[^{Members(char.ToLowerInvariant(letter), isAscii)}]") : $"[{Members(letter, isAscii)}]";

    /// <summary>`\b` and `\B` where only ASCII makes words.</summary>
    public static string AsciiBoundary(char letter)
    {
        const string Word = "[a-zA-Z0-9_]";
        return letter == 'b' ? $"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))" : $"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))";
    }

    /// <summary>One character, whatever it means in a pattern.</summary>
    public static string Character(int point)
    {
        string text = point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32(point);
        return text.Length == 2 ? $"(?:{text})" : point < 0x80 && !char.IsAsciiLetterOrDigit((char)point) && point > ' ' && point != '_' ? "\\" + text : text;
    }

    /// <summary>A set, from behind its opening bracket.</summary>
    public string Read(PatternReader reader, bool isAscii)
    {
        bool isComplement = reader.TryTake('^');
        var units = new StringBuilder();
        var pairs = new List<string>();
        bool takesPairs = false;
        for (bool first = true; first || reader.Next != ']'; first = false)
        {
            if (reader.IsAtEnd)
            {
                throw reader.Fail("unterminated character set");
            }

            (int? low, string? members) = ReadMember(reader, isAscii, ref takesPairs);
            int high = ReadHigh(reader, low, isAscii);
            _ = low is int point ? Append(units, pairs, point, Math.Max(point, high)) : units.Append(members);
        }

        reader.Take();
        return isComplement ? Complement(units, pairs, takesPairs) : Union(units, pairs, takesPairs);
    }

    /// <summary>The end of a range, or -1 where there is none.</summary>
    private static int ReadHigh(PatternReader reader, int? low, bool isAscii)
    {
        int place = reader.Place;
        if (!reader.TryTake('-') || reader.Next == ']')
        {
            reader.Return(place);
            return -1;
        }

        bool ignored = false;
        (int? high, _) = ReadMember(reader, isAscii, ref ignored);
        return low is not null && high is int end && end >= low ? end : throw reader.Fail("bad character range");
    }

    /// <summary>One character, or what a class escape stands for.</summary>
    private static (int? Point, string? Members) ReadMember(PatternReader reader, bool isAscii, ref bool takesPairs)
    {
        if (!reader.TryTake('\\'))
        {
            return (reader.TakePoint(), null);
        }

        char letter = reader.Take();
        if ("dswDSW".Contains(letter))
        {
            takesPairs |= char.IsAsciiLetterUpper(letter);
            return (null, char.IsAsciiLetterUpper(letter) ? OtherMembers(char.ToLowerInvariant(letter), isAscii) : Members(letter, isAscii));
        }

        int? point = letter == 'b' ? '\b' : char.IsAsciiDigit(letter) && letter is >= '1' and <= '7' ? reader.Octal(letter.ToString(), 2) : reader.CharacterOf(letter);
        return (point ?? throw reader.Fail($"bad escape \\{letter}"), null);
    }

    private static string Members(char letter, bool isAscii) => (letter, isAscii) switch
    {
        ('d', true) => "0-9",
        ('d', false) => @"\d",
        ('s', true) => @" \t\n\r\f\v",
        ('s', false) => @"\s\x1c-\x1f",
        (_, true) => "a-zA-Z0-9_",
        _ => @"\p{L}\p{N}_",
    };

    private static string OtherMembers(char letter, bool isAscii) => (letter, isAscii) switch
    {
        ('d', true) => @"\x00-/:-\uFFFF",
        ('d', false) => @"\D",
        ('s', true) => @"\x00-\x08\x0e-\x1f!-\uFFFF",
        ('s', false) => @"\S",
        (_, true) => @"\x00-/:-@\[-\^`{-\uFFFF",
        _ => @"\p{M}\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}\u203f\u2040\u2054\ufe33\ufe34\ufe4d-\ufe4f\uff3f\p{S}\p{Z}\p{C}",
    };

    private static StringBuilder Append(StringBuilder units, List<string> pairs, int low, int high)
    {
        if (low <= 0xFFFF)
        {
            units.Append(Unit(low));
            if (high > low)
            {
                units.Append('-').Append(Unit(Math.Min(high, 0xFFFF)));
            }

            low = 0x10000;
        }

        for (; high >= low; low = (low | 0x3FF) + 1)
        {
            string last = char.ConvertFromUtf32(Math.Min(high, low | 0x3FF));
            string first = char.ConvertFromUtf32(low);
            pairs.Add($"{Unit(first[0])}[{Unit(first[1])}-{Unit(last[1])}]");
        }

        return units;
    }

    private static string Unit(int unit) => "\\u" + unit.ToString("x4", CultureInfo.InvariantCulture);

    private string Whole(string one) => isAstral ? $"(?>{Pair}|{one})" : one;

    private string Union(StringBuilder units, List<string> pairs, bool takesPairs)
    {
        string bmp = $"[{units}]";
        return takesPairs ? Whole(bmp)
            : pairs.Count == 0 ? bmp
            : $"(?:{string.Join('|', pairs)}{(units.Length > 0 ? "|" + bmp : "")})";
    }

    private string Complement(StringBuilder units, List<string> pairs, bool takesPairs)
    {
        if (takesPairs)
        {
            return $@"(?![\uD800-\uDFFF])[^{units}]";
        }

        string others = Whole(units.Length > 0 ? $"[^{units}]" : @"[\s\S]");
        return pairs.Count > 0 ? $"(?:(?!{string.Join('|', pairs)}){others})" : others;
    }
}
