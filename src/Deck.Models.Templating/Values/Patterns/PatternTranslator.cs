using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>Turns Python's regular expressions into .NET's: every difference of syntax or meaning is written out, every mistake is Python's `error`.</summary>
internal sealed class PatternTranslator
{
    private readonly PatternReader reader;
    private readonly PatternSets sets;
    private readonly PatternGroups groups;
    private readonly StringBuilder output = new();
    private int flags;

    /// <summary>True behind `^`, `\b` and their kin, which cannot be repeated.</summary>
    private bool isPosition;

    private PatternTranslator(string pattern, int flags, bool isAstral)
    {
        reader = new PatternReader(pattern);
        sets = new PatternSets(isAstral);
        groups = new PatternGroups(reader);
        this.flags = flags;
    }

    private bool IsVerbose => (flags & RegexFlags.Verbose) != 0;

    private bool IsAscii => (flags & RegexFlags.AsciiOnly) != 0;

    /// <param name="pattern">The pattern in Python's syntax.</param>
    /// <param name="flags">The flags that it is compiled with.</param>
    /// <param name="isAstral">True for subjects that hold characters of two units.</param>
    public static TranslatedPattern Translate(string pattern, int flags, bool isAstral)
    {
        PatternTranslator translator = new(pattern, flags, isAstral);
        translator.flags |= translator.reader.TakeGlobalFlags();
        translator.ReadAlternatives();
        return translator.reader.IsAtEnd
            ? translator.groups.Finish(isAstral ? $"{PatternSets.WholeCharacters}(?:{translator.output})" : translator.output.ToString(), translator.flags)
            : throw translator.reader.Fail("unbalanced parenthesis");
    }

    private PatternWidth ReadAlternatives()
    {
        SequenceLimits.DemandStack();
        PatternWidth width = ReadSequence();
        while (reader.TryTake('|'))
        {
            output.Append('|');
            width = width.Or(ReadSequence());
        }

        return width;
    }

    private PatternWidth ReadSequence()
    {
        PatternWidth width = PatternWidth.None;
        while (!reader.IsAtEnd && reader.Next is not ('|' or ')'))
        {
            if (IsVerbose && reader.SkipBlank())
            {
                continue;
            }

            int start = output.Length;
            isPosition = false;
            width += ReadRepeats(start, ReadAtom());
        }

        return width;
    }

    private PatternWidth ReadAtom()
    {
        switch (reader.Next)
        {
            case '(':
                reader.Take();
                return ReadGroup();
            case '[':
                reader.Take();
                output.Append(sets.Read(reader, IsAscii));
                return PatternWidth.One;
            case '.':
                reader.Take();
                output.Append(sets.Dot);
                return PatternWidth.One;
            case '^' or '$':
                return AppendPosition(reader.Take().ToString());
            case '\\':
                reader.Take();
                return ReadEscape();
            case '*' or '+' or '?':
                throw reader.Fail("nothing to repeat");
            case '{' when reader.TryTakeRepeat(out _, out _):
                throw reader.Fail("nothing to repeat");
            default:
                output.Append(PatternSets.Character(reader.TakePoint()));
                return PatternWidth.One;
        }
    }

    private PatternWidth ReadEscape()
    {
        char letter = reader.Take();
        switch (letter)
        {
            case 'A' or 'Z':
                return AppendPosition(letter == 'A' ? "\\A" : "\\z");
            case 'b' or 'B':
                return AppendPosition(IsAscii ? PatternSets.AsciiBoundary(letter) : "\\" + letter);
            case 'd' or 'D' or 's' or 'S' or 'w' or 'W':
                output.Append(sets.Class(letter, IsAscii));
                return PatternWidth.One;
            case >= '1' and <= '9':
                return ReadNumber(letter);
            default:
                output.Append(PatternSets.Character(reader.CharacterOf(letter) ?? throw reader.Fail($"bad escape \\{letter}")));
                return PatternWidth.One;
        }
    }

    /// <summary>A group's number, or three octal digits.</summary>
    private PatternWidth ReadNumber(char first)
    {
        string digits = first + reader.TakeDigits(1);
        if (digits.Length == 2 && digits.All(d => d <= '7') && first <= '3' && reader.Next is >= '0' and <= '7')
        {
            output.Append(PatternSets.Character(reader.Octal(digits, 1)));
            return PatternWidth.One;
        }

        return AppendReference(groups.Closed(int.Parse(digits)));
    }

    private PatternWidth AppendPosition(string text)
    {
        output.Append(text);
        isPosition = true;
        return PatternWidth.None;
    }

    private PatternWidth AppendReference(int group)
    {
        // A group that took no part is never matched, in .NET as in Python.
        output.Append("(?:\\").Append(group).Append(')');
        return groups.WidthOf(group);
    }

    private PatternWidth ReadGroup()
    {
        if (!reader.TryTake('?'))
        {
            return ReadCapture(groups.Open(null));
        }

        char kind = reader.Take();
        switch (kind)
        {
            case 'P' when reader.TryTake('<'):
                return ReadCapture(groups.Open(reader.TakeUntil('>', "group name")));
            case 'P' when reader.TryTake('='):
                return AppendReference(groups.Closed(reader.TakeUntil(')', "group name")));
            case '#':
                _ = reader.Next == ')' ? reader.Take().ToString() : reader.TakeUntil(')', "comment");
                return PatternWidth.None;
            case '(':
                return ReadConditional();
            case ':' or '>':
                output.Append("(?").Append(kind);
                return Close(ReadAlternatives());
            case '=' or '!' or '<':
                ReadAssertion(kind);
                return PatternWidth.None;
            case 'P':
                throw reader.Fail("unknown extension ?P");
            default:
                reader.Return(reader.Place - 1);
                return ReadScopedFlags();
        }
    }

    private PatternWidth ReadCapture(int group)
    {
        output.Append("(?<").Append(group).Append('>');
        PatternWidth width = Close(ReadAlternatives());
        groups.Close(group, width);
        return width;
    }

    private void ReadAssertion(char kind)
    {
        bool isBehind = kind == '<';
        char sign = isBehind ? reader.Take() : kind;
        if (sign is not ('=' or '!'))
        {
            throw reader.Fail($"unknown extension ?<{sign}");
        }

        output.Append(isBehind ? "(?<" : "(?").Append(sign);
        PatternWidth width = Close(ReadAlternatives());
        if (isBehind && width.Least != width.Most)
        {
            throw reader.Fail("look-behind requires fixed-width pattern");
        }
    }

    private PatternWidth ReadConditional()
    {
        int group = groups.Known(reader.TakeUntil(')', "group name"));
        output.Append("(?(").Append(group).Append(')');
        PatternWidth yes = ReadSequence();
        PatternWidth no = PatternWidth.None;
        if (reader.TryTake('|'))
        {
            output.Append('|');
            no = ReadSequence();
            if (reader.Next == '|')
            {
                throw reader.Fail("conditional backref with more than two branches");
            }
        }

        return Close(yes.Or(no));
    }

    /// <summary>`(?i-s:…)`: flags for a part.</summary>
    private PatternWidth ReadScopedFlags()
    {
        if (!char.IsAsciiLetter(reader.Next) && reader.Next != '-')
        {
            throw reader.Fail($"unknown extension ?{reader.Next}");
        }

        int on = reader.TakeFlags();
        int off = reader.TryTake('-') ? reader.TakeFlags() : 0;
        if (!reader.TryTake(':'))
        {
            throw reader.Fail(off == 0 && reader.Next == ')' ? "global flags not at the start of the expression" : "missing :");
        }

        int around = flags;
        flags = (flags | on) & ~off;
        output.Append("(?").Append(RegexFlags.Inline(on)).Append(off == 0 ? "" : "-" + RegexFlags.Inline(off)).Append(':');
        PatternWidth width = Close(ReadAlternatives());
        flags = around;
        return width;
    }

    private PatternWidth Close(PatternWidth width)
    {
        output.Append(reader.TryTake(')') ? ')' : throw reader.Fail("missing ), unterminated subpattern"));
        isPosition = false;
        return width;
    }

    private PatternWidth ReadRepeats(int start, PatternWidth width)
    {
        while (IsVerbose && reader.SkipBlank())
        {
        }

        if (!reader.TryTakeRepeat(out long least, out long? most))
        {
            return width;
        }

        if (isPosition || output.Length == start)
        {
            throw reader.Fail("nothing to repeat");
        }

        AppendRepeat(start, least, most, mayBeEmpty: width.Least == 0);
        return reader.TryTakeRepeat(out _, out _) ? throw reader.Fail("multiple repeat") : width.Times(least, most ?? int.MaxValue);
    }

    /// <summary>.NET loses its place in a lazy loop without an end whose part matches nothing; one that counts keeps it.</summary>
    private void AppendRepeat(int start, long least, long? most, bool mayBeEmpty)
    {
        bool isLazy = reader.TryTake('?');
        long? bound = isLazy && mayBeEmpty ? most ?? int.MaxValue - 1 : most;
        output.Append('{').Append(least).Append(bound == least ? "}" : $",{bound}}}").Append(isLazy ? "?" : "");
        if (!isLazy && reader.TryTake('+'))
        {
            output.Insert(start, "(?>").Append(')');
        }
    }
}
