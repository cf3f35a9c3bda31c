namespace Deck.Models.Templating.Parsing;

/// <summary>Cuts the inside of one tag or output into tokens, up to and including its end.</summary>
internal sealed class TagLexer(string text, int end, LexerMemory memory)
{
    private readonly TokenList tokens = memory.Tokens;
    private readonly OpenBrackets open = new();

    /// <summary>Reads from behind the opening delimiter; returns the position behind the closing one and the white space it strips.</summary>
    public int Read(int position, bool isBlock)
    {
        open.Clear();
        while (true)
        {
            if (open.Count == 0 && EndOfTag(position, isBlock) is int after)
            {
                return after;
            }

            if (position >= end)
            {
                return end;
            }

            position = Characters.IsSpace(text[position]) ? position + 1 : ReadToken(position);
        }
    }

    private int? EndOfTag(int position, bool isBlock)
    {
        char mark = isBlock ? '%' : '}';
        bool strips = position < end && text[position] == '-';
        bool keeps = isBlock && position < end && text[position] == '+';
        int delimiter = strips || keeps ? position + 1 : position;
        if (delimiter + 1 >= end || text[delimiter] != mark || text[delimiter + 1] != '}')
        {
            return null;
        }

        tokens.Add(new Token(isBlock ? TokenKind.BlockEnd : TokenKind.VariableEnd, position, delimiter + 2));
        return strips ? Characters.SkipSpace(text, delimiter + 2, end) : delimiter + 2;
    }

    private int ReadToken(int position)
    {
        char c = text[position];
        Token token = c switch
        {
            >= '0' and <= '9' => NumberScanner.Scan(text, position, end),
            '\'' or '"' => ReadString(position, c),
            _ => ReadNameOrOperator(position),
        };
        tokens.Add(token);
        return token.End;
    }

    private Token ReadString(int start, char quote)
    {
        for (int i = start + 1; i < end; i++)
        {
            if (text[i] == quote)
            {
                return new Token(TokenKind.String, start, i + 1);
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return new Token(TokenKind.Error, start, start + 1, "the string that starts here has no end");
    }

    private Token ReadNameOrOperator(int start)
    {
        int endOfWord = Characters.EndOfWord(text, start, end);
        if (endOfWord == start)
        {
            return Balance(Operator(start));
        }

        ReadOnlySpan<char> word = text.AsSpan(start, endOfWord - start);
        return Characters.IsIdentifier(word)
            ? new Token(TokenKind.Name, start, endOfWord, memory.Names.Get(word))
            : new Token(TokenKind.Error, start, endOfWord, $"`{word}` has a character that a name cannot have");
    }

    private Token Operator(int start)
    {
        TokenKind two = start + 1 < end ? OperatorTable.Two(text[start], text[start + 1]) : TokenKind.Error;
        if (two != TokenKind.Error)
        {
            return new Token(two, start, start + 2);
        }

        TokenKind one = OperatorTable.One(text[start]);
        return new Token(one, start, start + 1, one == TokenKind.Error ? $"unexpected character `{text[start]}`" : null);
    }

    private Token Balance(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.LeftBrace:
                open.Push('}');
                return token;
            case TokenKind.LeftParen:
                open.Push(')');
                return token;
            case TokenKind.LeftBracket:
                open.Push(']');
                return token;
            case TokenKind.RightBrace or TokenKind.RightParen or TokenKind.RightBracket:
                return Close(token, text[token.Start]);
            default:
                return token;
        }
    }

    private Token Close(Token token, char closing)
    {
        if (!open.TryPop(out char expected))
        {
            return new Token(TokenKind.Error, token.Start, token.End, $"unexpected `{closing}`");
        }

        return expected == closing ? token : new Token(TokenKind.Error, token.Start, token.End, $"unexpected `{closing}`, expected `{expected}`");
    }
}
