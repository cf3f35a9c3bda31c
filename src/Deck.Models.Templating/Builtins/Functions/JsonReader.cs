using System.Globalization;
using System.Numerics;
using System.Text;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>Python's `json.loads`: ints of any size, NaN and infinities, the last of equal keys.</summary>
internal sealed class JsonReader
{
    private const int MaxDepth = 900;

    private readonly string text;
    private int at;
    private int depth;

    private JsonReader(string text) => this.text = text;

    /// <summary>Reads a whole document; ValueError (JSONDecodeError) where it is none.</summary>
    public static Value Read(string text)
    {
        var reader = new JsonReader(text);
        Value value = reader.ReadValue();
        reader.SkipBlanks();
        return reader.at == text.Length ? value : throw reader.Failure("Extra data");
    }

    private Value ReadValue()
    {
        SkipBlanks();
        if (at == text.Length)
        {
            throw Failure("Expecting value");
        }

        if (++depth > MaxDepth)
        {
            throw new TemplateException("RecursionError", "maximum recursion depth exceeded while decoding a JSON document");
        }

        Value value = text[at] switch
        {
            '{' => ReadObject(),
            '[' => ReadArray(),
            '"' => Value.Of(ReadText()),
            _ => ReadScalar(),
        };
        depth--;
        return value;
    }

    private DictValue ReadObject()
    {
        var dict = new DictValue();
        at++;
        SkipBlanks();
        if (TryTake('}'))
        {
            return dict;
        }

        do
        {
            SkipBlanks();
            if (at == text.Length || text[at] != '"')
            {
                throw Failure("Expecting property name enclosed in double quotes");
            }

            string key = ReadText();
            SkipBlanks();
            Demand(':', "Expecting ':' delimiter");
            dict.Set(key, ReadValue());
            SkipBlanks();
        }
        while (TryTake(','));
        Demand('}', "Expecting ',' delimiter");
        return dict;
    }

    private ListValue ReadArray()
    {
        var items = new List<Value>();
        at++;
        SkipBlanks();
        if (TryTake(']'))
        {
            return ListValue.Own(items);
        }

        do
        {
            items.Add(ReadValue());
            SkipBlanks();
        }
        while (TryTake(','));
        Demand(']', "Expecting ',' delimiter");
        return ListValue.Own(items);
    }

    private string ReadText()
    {
        var content = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] < ' ')
            {
                throw Failure("Invalid control character at");
            }

            if (text[at] != '\\')
            {
                content.Append(text[at]);
                continue;
            }

            at++;
            content.Append(at == text.Length ? throw Failure("Unterminated string starting at") : ReadEscape());
        }

        Demand('"', "Unterminated string starting at");
        return content.ToString();
    }

    private char ReadEscape()
    {
        switch (text[at])
        {
            case '"' or '\\' or '/':
                return text[at];
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when at + 4 < text.Length && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit):
                at += 4;
                return (char)unit;
            default:
                throw Failure("Invalid \\escape");
        }
    }

    private Value ReadScalar()
    {
        foreach ((string word, Value value) in Words())
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
            {
                at += word.Length;
                return value;
            }
        }

        return ReadNumber();
    }

    private static (string Word, Value Value)[] Words() =>
    [
        ("null", Value.None), ("true", Value.Of(true)), ("false", Value.Of(false)), ("NaN", Value.Of(double.NaN)),
        ("Infinity", Value.Of(double.PositiveInfinity)), ("-Infinity", Value.Of(double.NegativeInfinity)),
    ];

    private Value ReadNumber()
    {
        int start = at;
        _ = TryTake('-');
        int whole = at;
        SkipDigits();
        if (at == whole)
        {
            at = start;
            throw Failure("Expecting value");
        }

        // A zero stands alone: what follows it is no part of the number.
        at = text[whole] == '0' ? whole + 1 : at;
        int end = at;
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            SkipDigits();
        }

        SkipExponent();
        ReadOnlySpan<char> number = text.AsSpan(start, at - start);
        return at == end
            ? Value.Of(BigInteger.Parse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : Value.Of(double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private void SkipExponent()
    {
        int sign = at < text.Length && text[at] is ('e' or 'E') ? at + 1 : -1;
        if (sign < 0 || sign >= text.Length)
        {
            return;
        }

        int digits = text[sign] is '+' or '-' ? sign + 1 : sign;
        if (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            at = digits;
            SkipDigits();
        }
    }

    private void SkipDigits()
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }
    }

    private void SkipBlanks()
    {
        while (at < text.Length && text[at] is (' ' or '\t' or '\n' or '\r'))
        {
            at++;
        }
    }

    private bool TryTake(char unit)
    {
        bool found = at < text.Length && text[at] == unit;
        at += found ? 1 : 0;
        return found;
    }

    private void Demand(char unit, string message)
    {
        if (!TryTake(unit))
        {
            throw Failure(message);
        }
    }

    private TemplateException Failure(string message)
    {
        int line = text.AsSpan(0, at).Count('\n') + 1;
        int column = at - text.AsSpan(0, at).LastIndexOf('\n');
        return TemplateException.ValueError($"{message}: line {line} column {column} (char {at})");
    }
}
