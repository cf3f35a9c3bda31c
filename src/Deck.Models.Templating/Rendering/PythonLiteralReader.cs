using System.Globalization;
using System.Numerics;
using System.Text;
using Deck.Models.Templating.Parsing;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>Reads one Python literal: numbers, texts, bytes, None, True, False, and tuples, lists, dicts and sets of them.</summary>
/// <remarks>Every method throws <see cref="FormatException"/> where Python's `ast.literal_eval` has no value.</remarks>
internal sealed class PythonLiteralReader(string text)
{
    private const int MaxDepth = 90;

    private int at;
    private int depth;

    /// <exception cref="FormatException">The text is no literal.</exception>
    public Value ReadWhole()
    {
        // Blanks before the first line are removed, further lines belong to brackets.
        at = text.Length - text.TrimStart(' ', '\t').Length;
        SkipBlank(true);
        Value value = ReadTuple('\0');
        SkipBlank(true);
        return at == text.Length ? value : throw new FormatException();
    }

    private bool InBrackets => depth > 0;

    private char Next => at < text.Length ? text[at] : '\0';

    /// <summary>Values with commas between them up to the end: one without a comma is itself.</summary>
    private Value ReadTuple(char end)
    {
        List<Value> items = [];
        bool isTuple = false;
        while (Next != end && Next != '\0')
        {
            items.Add(ReadValue());
            SkipBlank(InBrackets);
            if (!TryTake(','))
            {
                break;
            }

            isTuple = true;
            SkipBlank(InBrackets);
        }

        return items.Count == 1 && !isTuple ? items[0]
            : items.Count == 0 && end == '\0' ? throw new FormatException()
            : new TupleValue([.. items]);
    }

    private Value ReadValue()
    {
        SkipBlank(InBrackets);
        char unit = Next;
        return unit switch
        {
            '(' or '[' or '{' => ReadBrackets(),
            '+' or '-' => ReadSigned(),
            '.' or (>= '0' and <= '9') => ReadNumber(),
            '\'' or '"' => ReadTexts(),
            _ when char.IsAsciiLetter(unit) => ReadWord(),
            _ => throw new FormatException(),
        };
    }

    private Value ReadBrackets()
    {
        if (++depth > MaxDepth)
        {
            throw new FormatException();
        }

        char open = text[at++];
        SkipBlank(true);
        Value value = open switch
        {
            '(' => ReadTuple(')'),
            '[' => new ListValue(ReadItems(']')),
            _ => ReadBraces(),
        };
        SkipBlank(true);
        Demand(open switch { '(' => ')', '[' => ']', _ => '}' });
        depth--;
        return value;
    }

    private List<Value> ReadItems(char end)
    {
        List<Value> items = [];
        while (Next != end)
        {
            items.Add(ReadValue());
            SkipBlank(true);
            if (!TryTake(','))
            {
                break;
            }

            SkipBlank(true);
        }

        return items;
    }

    private Value ReadBraces()
    {
        DictValue dict = new();
        if (Next == '}')
        {
            return dict;
        }

        Value first = ReadValue();
        SkipBlank(true);
        if (Next != ':')
        {
            return new SetValue(TryTake(',') ? [first, .. ReadRest()] : [first]);
        }

        for (Value key = first; ; key = ReadValue())
        {
            SkipBlank(true);
            Demand(':');
            dict.Entries[key] = ReadValue();
            SkipBlank(true);
            bool more = TryTake(',');
            SkipBlank(true);
            if (!more || Next == '}')
            {
                return dict;
            }
        }
    }

    private List<Value> ReadRest()
    {
        SkipBlank(true);
        return ReadItems('}');
    }

    /// <summary>Python takes signs before numbers only.</summary>
    private Value ReadSigned()
    {
        bool isNegative = text[at++] == '-';
        Value value = ReadValue();
        return value is not (IntegerValue or FloatValue) ? throw new FormatException()
            : isNegative ? value is IntegerValue integer ? Value.Of(-integer.Big) : Value.Of(-((FloatValue)value).Number)
            : value;
    }

    private Value ReadNumber()
    {
        int start = at;
        bool isPrefixed = Next == '0' && at + 1 < text.Length && char.ToLowerInvariant(text[at + 1]) is 'x' or 'o' or 'b';
        while (char.IsAsciiLetterOrDigit(Next) || Next is '_' or '.' || (!isPrefixed && Next is '+' or '-' && text[at - 1] is 'e' or 'E' && at > start))
        {
            at++;
        }

        string digits = text[start..at];
        bool hasLooseUnderscore = digits.EndsWith('_') || digits.Contains("__", StringComparison.Ordinal) || digits.Contains("_.", StringComparison.Ordinal) || digits.Contains("._", StringComparison.Ordinal);
        string bare = hasLooseUnderscore ? throw new FormatException() : digits.Replace("_", "", StringComparison.Ordinal);
        if (isPrefixed)
        {
            return Value.Of(Whole(bare[2..], char.ToLowerInvariant(bare[1]) switch { 'x' => 16, 'o' => 8, _ => 2 }));
        }

        if (bare.All(char.IsAsciiDigit))
        {
            bool leadsWithZero = bare.Length > 1 && bare[0] == '0' && bare.Any(d => d != '0');
            return leadsWithZero ? throw new FormatException() : Value.Of(BigInteger.Parse(bare, CultureInfo.InvariantCulture));
        }

        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(bare, Styles, CultureInfo.InvariantCulture, out double number) ? Value.Of(number) : throw new FormatException();
    }

    private static BigInteger Whole(string digits, int radix)
    {
        BigInteger whole = 0;
        foreach (char unit in digits.Length > 0 ? digits : throw new FormatException())
        {
            int digit = char.IsAsciiHexDigit(unit) ? Convert.ToInt32(unit.ToString(), 16) : radix;
            whole = digit < radix ? (whole * radix) + digit : throw new FormatException();
        }

        return whole;
    }

    private Value ReadWord()
    {
        int start = at;
        while (char.IsAsciiLetterOrDigit(Next) || Next == '_')
        {
            at++;
        }

        string word = text[start..at];
        if (Next is '\'' or '"')
        {
            at = start;
            return ReadTexts();
        }

        return word switch
        {
            "None" => Value.None,
            "True" => Value.Of(true),
            "False" => Value.Of(false),
            "set" when TryTake('(') && TryTake(')') => new SetValue([]),
            _ => throw new FormatException(),
        };
    }

    /// <summary>Texts that follow one another are one.</summary>
    private StringValue ReadTexts()
    {
        var whole = new StringBuilder();
        do
        {
            whole.Append(ReadText());
            SkipBlank(InBrackets);
        }
        while (Next is '\'' or '"' || IsPrefixed());

        return new StringValue(whole.ToString());
    }

    private bool IsPrefixed() => at + 1 < text.Length && "rRuU".Contains(Next) && text[at + 1] is '\'' or '"' && at + 1 < text.Length;

    private string ReadText()
    {
        bool isRaw = Next is 'r' or 'R';
        at += Next is 'r' or 'R' or 'u' or 'U' ? 1 : 0;
        char quote = Next is '\'' or '"' ? Next : throw new FormatException();
        string end = string.CompareOrdinal(text, at, new string(quote, 3), 0, 3) == 0 ? new string(quote, 3) : quote.ToString();
        at += end.Length;
        int start = at;
        while (at >= text.Length || string.CompareOrdinal(text, at, end, 0, end.Length) != 0)
        {
            bool breaks = at >= text.Length || (Next == '\n' && end.Length == 1);
            at += breaks ? throw new FormatException() : Next == '\\' ? 2 : 1;
        }

        string content = text[start..at];
        at += end.Length;
        return isRaw ? content : StringLiteral.TryDecode(content, out string decoded, out _) ? decoded : throw new FormatException();
    }

    /// <summary>Blanks and comments; line breaks count as blanks inside brackets and around the literal.</summary>
    private void SkipBlank(bool overLines)
    {
        while (at < text.Length && (Next is ' ' or '\t' or '\f' || (overLines && Next is '\n' or '\r' && overLines) || Next == '#'))
        {
            int line = Next == '#' ? text.IndexOf('\n', at) : at + 1;
            at = line < 0 ? text.Length : line;
        }
    }

    private bool TryTake(char unit)
    {
        bool found = Next == unit && at < text.Length;
        at += found ? 1 : 0;
        return found;
    }

    private void Demand(char unit)
    {
        if (!TryTake(unit))
        {
            throw new FormatException();
        }
    }
}
