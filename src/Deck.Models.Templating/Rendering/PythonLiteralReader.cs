using System.Text;
using Deck.Models.Templating.Parsing;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>Reads one Python literal: numbers, texts, bytes, None, True, False, and tuples, lists, dicts and sets of them.</summary>
/// <remarks>Every method throws <see cref="FormatException"/> where Python's `ast.literal_eval` has no value.</remarks>
internal sealed class PythonLiteralReader(string source)
{
    private const int MaxDepth = 90;

    /// <summary>The source with its line ends as Python's tokenizer sees them.</summary>
    private readonly string text = source.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private int at;
    private int depth;
    private int signs;
    private TemplateException? unhashable;

    /// <exception cref="FormatException">The text is no literal.</exception>
    /// <exception cref="TemplateException">TypeError: an element of a set, or a key, cannot be hashed.</exception>
    public Value ReadWhole()
    {
        // Blanks before the first line are removed, further lines belong to brackets.
        at = text.Length - text.TrimStart(' ', '\t').Length;
        SkipBlank(true);
        bool isIndented = text.AsSpan(0, at).Contains('\n') && text[at - 1] != '\n';
        Value value = isIndented ? throw new FormatException() : ReadTuple('\0');
        SkipBlank(true);
        ReadOnlySpan<char> lastLine = text.AsSpan(text.LastIndexOf('\n') + 1);
        bool endsIndented = lastLine.Length is > 0 && lastLine.Length < text.Length && lastLine.IsWhiteSpace() && !text.EndsWith($"\\\n{lastLine}", StringComparison.Ordinal);
        return at < text.Length || endsIndented ? throw new FormatException()
            : unhashable is not null ? throw unhashable
            : value;
    }

    private bool InBrackets => depth > 0;

    private bool ContinuesLine => Next == '\\' && at + 2 < text.Length && text[at + 1] == '\n';

    private char Next => at < text.Length ? text[at] : '\0';

    /// <summary>Values with commas between them up to the end: one without a comma is itself.</summary>
    private Value ReadTuple(char end)
    {
        List<Value> items = ReadItems(end, out bool hasComma);
        return items.Count == 1 && !hasComma ? items[0]
            : items.Count == 0 && end == '\0' ? throw new FormatException()
            : new TupleValue([.. items]);
    }

    private List<Value> ReadItems(char end, out bool hasComma)
    {
        List<Value> items = [];
        hasComma = false;
        while (Next != end && Next is not ('\0' or '\n'))
        {
            items.Add(ReadValue());
            SkipBlank(InBrackets);
            if (!TryTake(','))
            {
                break;
            }

            hasComma = true;
            SkipBlank(InBrackets);
        }

        return items;
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
            '[' => new ListValue(ReadItems(']', out _)),
            _ => ReadBraces(),
        };
        SkipBlank(true);
        Demand(open switch { '(' => ')', '[' => ']', _ => '}' });
        depth--;
        return value;
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
            return ReadSet(first);
        }

        for (Value key = first; ; key = ReadValue())
        {
            SkipBlank(true);
            Demand(':');
            (Value name, Value value) = (key, ReadValue());
            Hash(() => dict.Entries[name] = value);
            SkipBlank(true);
            bool more = TryTake(',');
            SkipBlank(true);
            if (!more || Next == '}')
            {
                return dict;
            }
        }
    }

    /// <summary>What cannot be hashed is an error, once all else is known to be a literal.</summary>
    private void Hash(Action add)
    {
        try
        {
            add();
        }
        catch (TemplateException failure)
        {
            unhashable ??= failure;
        }
    }

    private SetValue ReadSet(Value first)
    {
        bool more = TryTake(',');
        SkipBlank(true);
        List<Value> items = more ? [first, .. ReadItems('}', out _)] : [first];
        SetValue set = new([]);
        Hash(() => set = new SetValue(items));
        return set;
    }

    /// <summary>Python takes one sign, and before numbers only.</summary>
    private Value ReadSigned()
    {
        bool isNegative = text[at++] == '-';
        int before = ++signs;
        Value value = ReadValue();
        return signs != before || value is not (IntegerValue or FloatValue) ? throw new FormatException()
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

        return NumberLiteral.Parse(text[start..at], isPrefixed);
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
            "set" when TakesEmptyCall() => new SetValue([]),
            _ => throw new FormatException(),
        };
    }

    private bool TakesEmptyCall()
    {
        SkipBlank(InBrackets);
        bool opens = TryTake('(');
        SkipBlank(true);
        return opens && TryTake(')');
    }

    /// <summary>Texts that follow one another are one; so are bytes.</summary>
    private Value ReadTexts()
    {
        var whole = new StringBuilder();
        string prefix = Prefix() ?? throw new FormatException();
        bool isBytes = prefix.Contains('b');
        for (string? next = prefix; next is not null; next = Prefix())
        {
            whole.Append(next.Contains('b') == isBytes ? ReadText(next) : throw new FormatException());
            SkipBlank(InBrackets);
        }

        return isBytes ? new BytesValue([.. whole.ToString().Select(unit => (byte)unit)]) : new StringValue(whole.ToString());
    }

    /// <summary>The letters before a quote, in small; null where no text begins here.</summary>
    private string? Prefix()
    {
        int length = 0;
        while (at + length < text.Length && length < 2 && char.IsAsciiLetter(text[at + length]))
        {
            length++;
        }

        string prefix = text.Substring(at, length).ToLowerInvariant();
        return at + length < text.Length && text[at + length] is '\'' or '"' && prefix is "" or "r" or "u" or "b" or "br" or "rb" ? prefix : null;
    }

    private string ReadText(string prefix)
    {
        bool isRaw = prefix.Contains('r');
        at += prefix.Length;
        char quote = Next;
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
        return prefix.Contains('b') ? BytesLiteral.Decode(content, isRaw)
            : isRaw ? content
            : StringLiteral.TryDecode(content, out string decoded, out _) ? decoded : throw new FormatException();
    }

    /// <summary>Blanks and comments; line breaks count as blanks inside brackets and around the literal.</summary>
    private void SkipBlank(bool overLines)
    {
        while (at < text.Length && (Next is ' ' or '\t' or '\f' or '#' || (overLines && Next == '\n') || ContinuesLine))
        {
            int line = Next == '#' ? text.IndexOf('\n', at) : at + (ContinuesLine ? 2 : 1);
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
