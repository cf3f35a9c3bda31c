using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Statements;
using Deck.Models.Text;

namespace Deck.Models.Templating.Parsing;

/// <summary>Parses bodies: data, outputs and tags up to the tag that ends the body. Goes on after mistakes that stay within one tag.</summary>
internal sealed class BodyParser
{
    private const int MostDiagnostics = 20;

    private readonly TokenReader tokens;
    private readonly List<Diagnostic> diagnostics;
    private readonly ExpressionParser expressions;
    private readonly TagParser tags;
    private readonly Stack<OpenTag> open = new();

    public BodyParser(TokenReader tokens, TemplateDialect dialect, List<Diagnostic> diagnostics)
    {
        this.tokens = tokens;
        this.diagnostics = diagnostics;
        expressions = new ExpressionParser(tokens, Escapes);
        tags = new TagParser(tokens, expressions, this, dialect);
    }

    /// <summary>The loops around the place that is being parsed.</summary>
    public LoopScope Loops { get; } = new();

    /// <summary>True outside of every construct but `if`.</summary>
    public bool IsAtTop => open.All(tag => tag.Name == "if");

    /// <summary>Whether the place that is being parsed escapes what it writes.</summary>
    public EscapeScope Escapes { get; } = new();

    /// <summary>The innermost block tag that is still open.</summary>
    public OpenTag? Innermost => open.TryPeek(out OpenTag? tag) ? tag : null;

    public StatementList ParseTemplate()
    {
        try
        {
            return ParseUntil([]);
        }
        catch (SyntaxFailure failure)
        {
            diagnostics.Add(failure.Diagnostic);
            return new StatementList(default, []);
        }
    }

    /// <summary>The body behind a block tag's head, up to one of the end names, on which the tokens then stand.</summary>
    public StatementList ParseBody(Token tag, params string[] endNames)
    {
        tokens.SkipIf(TokenKind.Colon);
        tokens.Expect(TokenKind.BlockEnd);
        tokens.Descend();
        open.Push(new OpenTag(tag.Text ?? "", tag.Span));
        StatementList body = ParseUntil(endNames);
        open.Pop();
        tokens.Ascend();
        if (tokens.Current.Kind == TokenKind.End)
        {
            throw tokens.Fail($"`{{% {tag.Text} %}}` has no `{{% {endNames[^1]} %}}`", tag.Span);
        }

        return body;
    }

    private StatementList ParseUntil(string[] endNames)
    {
        int start = tokens.Current.Start;
        List<Statement> statements = [];
        List<OutputPart> parts = [];
        while (tokens.Current.Kind != TokenKind.End)
        {
            switch (tokens.Current.Kind)
            {
                case TokenKind.BlockBegin:
                    Flush(parts, statements);
                    tokens.Take();
                    if (AtOneOf(endNames))
                    {
                        return new StatementList(tokens.SpanFrom(start), [.. statements]);
                    }

                    ParseTag(statements);
                    break;
                case TokenKind.Data:
                    parts.Add(DataOf(tokens.Take()));
                    break;
                default:
                    ParseOutput(parts);
                    break;
            }
        }

        Flush(parts, statements);
        return new StatementList(tokens.SpanFrom(start), [.. statements]);
    }

    private bool AtOneOf(string[] names) => tokens.Current is { Kind: TokenKind.Name, Text: { } name } && Array.IndexOf(names, name) >= 0;

    private OutputPart DataOf(Token token) => OutputPart.OfData(token.Span, tokens.Source.Content);

    private void Flush(List<OutputPart> parts, List<Statement> statements)
    {
        if (parts.Count > 0)
        {
            statements.Add(new OutputStatement(TextSpan.Cover(parts[0].Span, parts[^1].Span), [.. parts], Escapes.Current));
            parts.Clear();
        }
    }

    private void ParseOutput(List<OutputPart> parts)
    {
        tokens.Expect(TokenKind.VariableBegin);
        int level = tokens.Level;
        try
        {
            parts.Add(OutputPart.OfExpression(expressions.Operands.Atoms.ParseTuple(), Escapes.Current));
            tokens.Expect(TokenKind.VariableEnd);
        }
        catch (SyntaxFailure failure) when (!failure.IsFinal)
        {
            tokens.AscendTo(level);
            Recover(failure, TokenKind.VariableEnd);
        }
    }

    private void ParseTag(List<Statement> statements)
    {
        Token tag = tokens.Current;
        int level = tokens.Level;
        try
        {
            statements.Add(tags.Parse());
            tokens.Expect(TokenKind.BlockEnd);
        }
        catch (SyntaxFailure failure) when (!failure.IsFinal && TagParser.StandsAlone(tag))
        {
            tokens.AscendTo(level);
            Recover(failure, TokenKind.BlockEnd);
        }
    }

    /// <summary>Notes the mistake and skips to the end of its tag; where there is none, parsing cannot go on.</summary>
    private void Recover(SyntaxFailure failure, TokenKind end)
    {
        tokens.SkipPast(end);
        if (tokens.Current.Kind == TokenKind.End || diagnostics.Count >= MostDiagnostics)
        {
            throw failure;
        }

        diagnostics.Add(failure.Diagnostic);
    }
}
