using System.Globalization;
using System.Numerics;
using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Parsing;

/// <summary>Parses names, literals, tuples, lists and dicts.</summary>
internal sealed class AtomParser(TokenReader tokens, ExpressionParser expressions)
{
    public Expression ParsePrimary()
    {
        Token token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                tokens.Take();
                return ParseName(token);
            case TokenKind.String:
                return ParseStrings();
            case TokenKind.Integer or TokenKind.Float:
                tokens.Take();
                return new ConstantExpression(token.Span, NumberOf(token));
            case TokenKind.LeftParen:
                tokens.Take();
                Expression inner = ParseTuple(explicitParentheses: true);
                tokens.Expect(TokenKind.RightParen);
                return inner;
            case TokenKind.LeftBracket:
                return ParseList();
            case TokenKind.LeftBrace:
                return ParseDict();
            default:
                throw tokens.Unexpected();
        }
    }

    /// <summary>One expression, or several with commas between them as a tuple.</summary>
    public Expression ParseTuple(bool withConditional = true, string? endName = null, bool explicitParentheses = false)
    {
        int start = tokens.Current.Start;
        List<Expression> items = [];
        bool isTuple = false;
        while (!EndsTuple(endName))
        {
            items.Add(expressions.Parse(withConditional));
            if (!tokens.SkipIf(TokenKind.Comma))
            {
                break;
            }

            isTuple = true;
        }

        if (items.Count > 0 && !isTuple)
        {
            return items[0];
        }

        return isTuple || explicitParentheses ? new TupleExpression(tokens.SpanFrom(start), [.. items]) : throw tokens.Unexpected("an expression");
    }

    private bool EndsTuple(string? endName) =>
        tokens.Current.Kind is TokenKind.VariableEnd or TokenKind.BlockEnd or TokenKind.RightParen
        || (endName is not null && tokens.Current.Is(endName));

    private static Expression ParseName(Token token) => token.Text switch
    {
        "true" or "True" => new ConstantExpression(token.Span, BooleanValue.True),
        "false" or "False" => new ConstantExpression(token.Span, BooleanValue.False),
        "none" or "None" => new ConstantExpression(token.Span, Value.None),
        _ => new NameExpression(token.Span, token.Text ?? ""),
    };

    private ConstantExpression ParseStrings()
    {
        int start = tokens.Current.Start;
        string text = "";
        while (tokens.Current.Kind == TokenKind.String)
        {
            Token token = tokens.Take();
            ReadOnlySpan<char> body = tokens.Source.Content.AsSpan(token.Start + 1, token.End - token.Start - 2);
            if (!StringLiteral.TryDecode(body, out string part, out string? error))
            {
                throw tokens.Fail(error ?? "", token.Span);
            }

            text += part;
        }

        return new ConstantExpression(tokens.SpanFrom(start), new StringValue(text));
    }

    private Value NumberOf(Token token)
    {
        string digits = tokens.Source.Content.Substring(token.Start, token.End - token.Start).Replace("_", "", StringComparison.Ordinal);
        if (token.Kind == TokenKind.Float)
        {
            return new FloatValue(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));
        }

        return digits switch
        {
            ['0', 'x' or 'X', .. var hex] => IntegerValue.From(BigInteger.Parse("0" + hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)),
            ['0', 'o' or 'O', .. var octal] => IntegerValue.From(InBase(octal, 8)),
            ['0', 'b' or 'B', .. var binary] => IntegerValue.From(InBase(binary, 2)),
            _ when long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long small) => IntegerValue.From(small),
            _ => IntegerValue.From(BigInteger.Parse(digits, CultureInfo.InvariantCulture)),
        };
    }

    private static BigInteger InBase(string digits, int radix) =>
        digits.Aggregate(BigInteger.Zero, (sum, digit) => (sum * radix) + (digit - '0'));

    private ListExpression ParseList()
    {
        int start = tokens.Expect(TokenKind.LeftBracket).Start;
        List<Expression> items = [];
        while (tokens.Current.Kind != TokenKind.RightBracket)
        {
            if (items.Count > 0)
            {
                tokens.Expect(TokenKind.Comma);
                if (tokens.Current.Kind == TokenKind.RightBracket)
                {
                    break;
                }
            }

            items.Add(expressions.Parse());
        }

        tokens.Expect(TokenKind.RightBracket);
        return new ListExpression(tokens.SpanFrom(start), [.. items]);
    }

    private DictExpression ParseDict()
    {
        int start = tokens.Expect(TokenKind.LeftBrace).Start;
        List<Expression> keys = [];
        List<Expression> values = [];
        while (tokens.Current.Kind != TokenKind.RightBrace)
        {
            if (keys.Count > 0)
            {
                tokens.Expect(TokenKind.Comma);
                if (tokens.Current.Kind == TokenKind.RightBrace)
                {
                    break;
                }
            }

            keys.Add(expressions.Parse());
            tokens.Expect(TokenKind.Colon);
            values.Add(expressions.Parse());
        }

        tokens.Expect(TokenKind.RightBrace);
        return new DictExpression(tokens.SpanFrom(start), [.. keys], [.. values]);
    }
}
