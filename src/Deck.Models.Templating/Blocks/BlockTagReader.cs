using Deck.Models.Templating.Parsing;
using Deck.Models.Text;

namespace Deck.Models.Templating.Blocks;

/// <summary>Finds the tags of a file one after another; comments, outputs and raw blocks are passed over, quotes count only inside tags and outputs.</summary>
internal sealed class BlockTagReader(string text)
{
    private int position;

    /// <summary>What is missing where the text ended too early.</summary>
    public string? Missing { get; private set; }

    /// <summary>Where that was noticed.</summary>
    public TextSpan MissingAt { get; private set; }

    /// <summary>The next tag, or null at the end of the text or where something is missing.</summary>
    public BlockTag? Next()
    {
        while (Missing is null && NextBegin() is int begin)
        {
            switch (text[begin + 1])
            {
                case '#':
                    position = text.IndexOf("#}", begin + 2, StringComparison.Ordinal) is var close and >= 0 ? close + 2 : Fail("`#}`", begin);
                    break;
                case '{':
                    position = EndOfOutput(begin);
                    break;
                default:
                    if (TryReadTag(begin, out BlockTag tag))
                    {
                        return Missing is null ? tag : null;
                    }

                    break;
            }
        }

        return null;
    }

    private int? NextBegin()
    {
        for (int at = position; at + 1 < text.Length; at++)
        {
            at = text.IndexOf('{', at);
            if (at < 0 || at + 1 >= text.Length)
            {
                break;
            }

            if (text[at + 1] is '{' or '%' or '#')
            {
                return at;
            }
        }

        return null;
    }

    private bool TryReadTag(int begin, out BlockTag tag)
    {
        bool strips = begin + 2 < text.Length && text[begin + 2] == '-';
        int start = strips ? Characters.TrimEnd(text, position, begin) : begin;
        int word = Characters.SkipSpace(text, strips ? begin + 3 : begin + 2, text.Length);
        int endOfType = EndOfWord(word);
        if (endOfType == word)
        {
            tag = default;
            position = begin + 2;
            return false;
        }

        string type = text[word..endOfType];
        int second = Characters.SkipSpace(text, endOfType, text.Length);
        int endOfName = second > endOfType ? EndOfWord(second) : second;
        position = type == "raw" ? EndOfRaw(begin) : EndOfTag(Math.Max(endOfType, endOfName > second ? endOfName : endOfType), begin);
        tag = new BlockTag(type, endOfName > second ? text[second..endOfName] : "", TextSpan.Between(start, position));
        return true;
    }

    private int EndOfWord(int at)
    {
        int start = at;
        while (at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] == '_' || (at > start && char.IsAsciiDigit(text[at]))))
        {
            at++;
        }

        return at;
    }

    private int EndOfOutput(int begin)
    {
        int at = begin + 2;
        while (true)
        {
            at = text.AsSpan(at).IndexOfAny('}', '\'', '"') is var offset and >= 0 ? at + offset : text.Length;
            if (at + 1 >= text.Length)
            {
                return Fail("`}}`", begin);
            }

            if (text[at] != '}')
            {
                at = EndOfString(at, begin);
            }
            else if (text[at + 1] == '}')
            {
                return at + 2;
            }
            else
            {
                at++;
            }
        }
    }

    private int EndOfTag(int at, int begin)
    {
        while (true)
        {
            at = text.AsSpan(at).IndexOfAny('%', '\'', '"') is var offset and >= 0 ? at + offset : text.Length;
            if (at + 1 >= text.Length)
            {
                return Fail("`%}`", begin);
            }

            if (text[at] != '%')
            {
                at = EndOfString(at, begin);
            }
            else if (text[at + 1] == '}')
            {
                return text[at - 1] == '-' ? Characters.SkipSpace(text, at + 2, text.Length) : at + 2;
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>The end of the first string that starts at a quote or after it: as in dbt, a quote without a partner is passed over, but some string has to follow.</summary>
    private int EndOfString(int quote, int begin)
    {
        for (int start = quote; start < text.Length; start++)
        {
            if (text[start] is '\'' or '"' && TryCloseString(start, out int end))
            {
                return end;
            }
        }

        return Fail("the closing quote", begin);
    }

    private bool TryCloseString(int quote, out int end)
    {
        end = quote + 1;
        while (end < text.Length && text[end] != text[quote])
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        return end++ < text.Length;
    }

    private int EndOfRaw(int begin)
    {
        int at = begin;
        while ((at = text.IndexOf("{%", at, StringComparison.Ordinal)) >= 0)
        {
            int inside = at + 2 < text.Length && text[at + 2] == '-' ? at + 3 : at + 2;
            if (RawTag.EndOfOpening(text, inside, text.Length) is int opened)
            {
                return RawTag.FindClosing(text, opened, text.Length)?.After ?? Fail("`{% endraw %}`", begin);
            }

            at += 2;
        }

        return Fail("`{% endraw %}`", begin);
    }

    private int Fail(string missing, int begin)
    {
        Missing = missing;
        MissingAt = new TextSpan(begin, 2);
        return text.Length;
    }
}
