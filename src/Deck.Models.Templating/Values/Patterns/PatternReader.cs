using System.Globalization;
using Deck.Models.Templating.Parsing;

namespace Deck.Models.Templating.Values;

/// <summary>Reads a Python pattern character by character.</summary>
internal sealed class PatternReader(string pattern)
{
    public int Place { get; private set; }

    public bool IsAtEnd => Place >= pattern.Length;

    /// <summary>The next unit, or NUL at the end.</summary>
    public char Next => IsAtEnd ? '\0' : pattern[Place];

    public char Take() => IsAtEnd ? throw Fail("unexpected end of pattern") : pattern[Place++];

    public bool TryTake(char unit)
    {
        bool found = !IsAtEnd && pattern[Place] == unit;
        Place += found ? 1 : 0;
        return found;
    }

    public bool TryTake(string text)
    {
        bool found = string.CompareOrdinal(pattern, Place, text, 0, text.Length) == 0;
        Place += found ? text.Length : 0;
        return found;
    }

    public void Return(int place) => Place = place;

    /// <summary>A whole character, which may be two units.</summary>
    public int TakePoint()
    {
        char first = Take();
        return char.IsHighSurrogate(first) && char.IsLowSurrogate(Next) ? char.ConvertToUtf32(first, Take()) : first;
    }

    public string TakeDigits(int most = int.MaxValue)
    {
        int start = Place;
        while (Place - start < most && char.IsAsciiDigit(Next))
        {
            Place++;
        }

        return pattern[start..Place];
    }

    public string TakeUntil(char end, string what)
    {
        int close = pattern.IndexOf(end, Place);
        if (close < 0)
        {
            throw Fail($"missing {end}, unterminated {what}");
        }

        string text = pattern[Place..close];
        Place = close + 1;
        return text.Length > 0 ? text : throw Fail($"missing {what}");
    }

    /// <summary>`(?i)` and the like, which stand at the start only.</summary>
    public int TakeGlobalFlags()
    {
        int start = Place;
        int flags = 0;
        while (TryTake("(?") && char.IsAsciiLetter(Next) && Next != 'P')
        {
            int read = TakeFlags();
            if (!TryTake(')'))
            {
                break;
            }

            flags |= read;
            start = Place;
        }

        Place = start;
        return flags;
    }

    /// <summary>The flags that letters stand for.</summary>
    public int TakeFlags()
    {
        int read = 0;
        while (char.IsAsciiLetter(Next))
        {
            int flag = RegexFlags.OfLetter(Take());
            read |= flag != 0 ? flag : throw Fail("unknown flag");
        }

        return read;
    }

    /// <summary>White space and comments of a verbose pattern.</summary>
    public bool SkipBlank()
    {
        if (TryTake('#'))
        {
            while (!IsAtEnd && Take() != '\n')
            {
            }

            return true;
        }

        return Next is ' ' or '\t' or '\n' or '\r' or '\f' or '\v' && Take() != '\0';
    }

    /// <summary>A quantifier; braces that are none are characters.</summary>
    public bool TryTakeRepeat(out long least, out long? most)
    {
        (least, most) = Next switch { '*' => (0, null), '+' => (1, null), '?' => (0, 1L), _ => (0, (long?)null) };
        if (Next is '*' or '+' or '?')
        {
            Take();
            return true;
        }

        int start = Place;
        if (TryTake('{') && Next != '}')
        {
            string low = TakeDigits();
            string high = TryTake(',') ? TakeDigits() : low;
            if (TryTake('}'))
            {
                least = low.Length == 0 ? 0 : Count(low);
                most = high.Length == 0 ? null : Count(high);
                return most is null || most >= least ? true : throw Fail("min repeat greater than max repeat");
            }
        }

        Place = start;
        return false;
    }

    public TemplateException Fail(string message) => new("error", $"{message} at position {Place}");

    /// <summary>The character that an escape stands for, inside a set or out of it; null where its letter means something else there.</summary>
    /// <remarks>The letter itself is taken already.</remarks>
    public int? CharacterOf(char letter) => letter switch
    {
        'a' => '\a',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\v',
        'x' => Hexadecimal(2),
        'u' => Hexadecimal(4),
        'U' => Hexadecimal(8),
        'N' => Named(),
        '0' => Octal("0", 2),
        _ when !char.IsAsciiLetterOrDigit(letter) => char.IsHighSurrogate(letter) && char.IsLowSurrogate(Next) ? char.ConvertToUtf32(letter, Take()) : letter,
        _ => null,
    };

    /// <summary>Octal digits behind those taken already.</summary>
    public int Octal(string digits, int more)
    {
        for (; more > 0 && Next is >= '0' and <= '7'; more--)
        {
            digits += Take();
        }

        int value = Convert.ToInt32(digits, 8);
        return value <= 0xFF ? value : throw Fail($"octal escape value \\{digits} outside of range 0-0o377");
    }

    private int Hexadecimal(int length)
    {
        string digits = pattern.Substring(Place, Math.Min(length, pattern.Length - Place));
        if (digits.Length < length || !digits.All(char.IsAsciiHexDigit) || !int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int point) || point > 0x10FFFF)
        {
            throw Fail("incomplete or bad escape");
        }

        Place += length;
        return point;
    }

    private int Named()
    {
        if (!TryTake('{'))
        {
            throw Fail("missing {");
        }

        string name = TakeUntil('}', "character name");
        return CharacterNames.TryFind(name, out char named) ? named : throw Fail($"undefined character name {StringRepr.Of(name)}");
    }

    private static long Count(string digits) =>
        long.TryParse(digits, out long count) && count < int.MaxValue ? count : throw new TemplateException("OverflowError", "the repetition number is too large");
}
