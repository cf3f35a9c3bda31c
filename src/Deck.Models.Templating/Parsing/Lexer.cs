namespace Deck.Models.Templating.Parsing;

/// <summary>Cuts a template into tokens: data, and what stands inside its tags. Mistakes become tokens, so that the parser meets them in order.</summary>
internal sealed class Lexer
{
    private readonly string text;
    private readonly int end;
    private readonly TokenList tokens;
    private readonly TagLexer tags;

    private Lexer(string text, LexerMemory memory)
    {
        this.text = text;
        end = EndWithoutFinalNewline(text);
        tokens = memory.Tokens;
        tags = new TagLexer(text, end, memory);
    }

    /// <summary>All tokens, the last of them <see cref="TokenKind.End"/>.</summary>
    /// <param name="memory">Where the tokens are.</param>
    public static TokenList Tokenize(string text, LexerMemory memory) => new Lexer(text, memory).Run();

    private static int EndWithoutFinalNewline(string text) => text switch
    {
        [.., '\r', '\n'] => text.Length - 2,
        [.., '\r' or '\n'] => text.Length - 1,
        _ => text.Length,
    };

    private TokenList Run()
    {
        int position = 0;
        while (position < end)
        {
            int begin = NextDelimiter(position);
            if (begin < 0)
            {
                AddData(position, end);
                break;
            }

            bool strips = begin + 2 < end && text[begin + 2] == '-';
            AddData(position, strips ? Characters.TrimEnd(text, position, begin) : begin);
            position = ReadDelimited(begin, SkipMark(begin + 2));
        }

        tokens.Add(new Token(TokenKind.End, end, end));
        return tokens;
    }

    private int NextDelimiter(int position)
    {
        while (true)
        {
            int offset = text.AsSpan(position, end - position).IndexOf('{');
            if (offset < 0 || position + offset + 1 >= end)
            {
                return -1;
            }

            position += offset;
            if (text[position + 1] is '{' or '%' or '#')
            {
                return position;
            }

            position++;
        }
    }

    private int SkipMark(int position) => position < end && text[position] is '-' or '+' ? position + 1 : position;

    private void AddData(int start, int stop)
    {
        if (stop > start)
        {
            tokens.Add(new Token(TokenKind.Data, start, stop));
        }
    }

    private int ReadDelimited(int begin, int inside)
    {
        switch (text[begin + 1])
        {
            case '#':
                return SkipComment(begin, inside);
            case '{':
                tokens.Add(new Token(TokenKind.VariableBegin, begin, inside));
                return tags.Read(inside, isBlock: false);
            default:
                if (RawTag.EndOfOpening(text, inside, end) is int raw)
                {
                    return ReadRaw(begin, raw);
                }

                tokens.Add(new Token(TokenKind.BlockBegin, begin, inside));
                return tags.Read(inside, isBlock: true);
        }
    }

    private int SkipComment(int begin, int inside)
    {
        int close = text.IndexOf("#}", inside, end - inside, StringComparison.Ordinal);
        if (close < 0)
        {
            tokens.Add(new Token(TokenKind.Error, begin, begin + 2, "the comment that starts here has no end"));
            return end;
        }

        bool strips = close > inside && text[close - 1] == '-';
        return strips ? Characters.SkipSpace(text, close + 2, end) : close + 2;
    }

    private int ReadRaw(int begin, int inside)
    {
        if (RawTag.FindClosing(text, inside, end) is not { } closing)
        {
            tokens.Add(new Token(TokenKind.Error, begin, inside, "the `raw` block that starts here has no `{% endraw %}`"));
            return end;
        }

        AddData(inside, closing.Strips ? Characters.TrimEnd(text, inside, closing.Start) : closing.Start);
        return closing.After;
    }
}
