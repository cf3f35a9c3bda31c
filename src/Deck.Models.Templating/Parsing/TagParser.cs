using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Syntax.Statements;
using Deck.Models.Text;

namespace Deck.Models.Templating.Parsing;

/// <summary>Parses one tag from its name to the end of the construct; the closing `%}` is left to the caller.</summary>
internal sealed class TagParser
{
    /// <summary>The tags that a misspelt one may have been meant to be.</summary>
    private static readonly string[] TagNames =
        ["if", "for", "set", "do", "filter", "with", "block", "print", "break", "continue", "macro", "call", "test", "materialization", "docs", "raw", "snapshot"];

    private readonly TokenReader tokens;
    private readonly ExpressionParser expressions;
    private readonly BodyParser bodies;
    private readonly TargetParser targets;
    private readonly LoopScope loops;
    private readonly MacroParser macros;
    private readonly LoaderParser loaders;
    private readonly HashSet<string> blockNames = [];

    public TagParser(TokenReader tokens, ExpressionParser expressions, BodyParser bodies, TemplateDialect dialect)
    {
        this.tokens = tokens;
        this.expressions = expressions;
        this.bodies = bodies;
        targets = new TargetParser(tokens);
        loops = bodies.Loops;
        macros = new MacroParser(tokens, expressions, bodies, dialect);
        loaders = new LoaderParser(tokens, expressions, bodies);
    }

    /// <summary>True for a tag without a body, after whose mistakes parsing can go on.</summary>
    public static bool StandsAlone(Token tag) => tag.Kind != TokenKind.Name || tag.Text is "do" or "break" or "continue" or "print" or "set";

    public Statement Parse()
    {
        if (tokens.Current.Kind != TokenKind.Name)
        {
            throw tokens.Unexpected("the name of a tag");
        }

        Token tag = tokens.Take();
        return TryParse(tag) ?? macros.TryParse(tag) ?? loaders.TryParse(tag) ?? throw UnknownTag(tag.Text ?? "", tag.Span);
    }

    private Statement? TryParse(Token tag) => tag.Text switch
    {
        "if" => ParseIf(tag),
        "for" => ParseFor(tag),
        "set" => ParseSet(tag),
        "do" => new DoStatement(tag.Span, Tuple()),
        "filter" => ParseFilterBlock(tag),
        "with" => ParseWith(tag),
        "block" => ParseBlock(tag),
        "print" => ParsePrint(tag),
        "autoescape" => ParseAutoescape(tag),
        "break" => ParseLoopControl(tag, Completion.Break),
        "continue" => ParseLoopControl(tag, Completion.Continue),
        _ => null,
    };

    private SyntaxFailure UnknownTag(string name, TextSpan span)
    {
        string? hint = bodies.Innermost is { } open
            ? $"the innermost open block is `{open.Name}` of line {tokens.Source.PositionAt(open.Span.Start).Line}"
            : Spelling.DidYouMean(name, TagNames);
        bool isEnd = name.StartsWith("end", StringComparison.Ordinal) || name is "else" or "elif";
        return tokens.Fail(isEnd ? $"`{name}` has no opening tag here" : $"there is no tag named `{name}`", span, hint);
    }

    private Expression Tuple(bool withConditional = true, string? endName = null) =>
        expressions.Operands.Atoms.ParseTuple(withConditional, endName);

    private IfStatement ParseIf(Token tag)
    {
        List<IfBranch> branches = [];
        StatementList? otherwise = null;
        while (true)
        {
            Expression condition = Tuple(withConditional: false);
            if (tokens.Current.Kind == TokenKind.Assign)
            {
                throw tokens.Fail("unexpected `=` in a condition", tokens.Current.Span, "`==` compares");
            }

            branches.Add(new IfBranch(condition, bodies.ParseBody(tag, "elif", "else", "endif")));
            string end = tokens.ExpectName();
            if (end == "elif")
            {
                continue;
            }

            if (end == "else")
            {
                otherwise = bodies.ParseBody(tag, "endif");
                tokens.Take();
            }

            return new IfStatement(tag.Span, [.. branches], otherwise);
        }
    }

    private ForStatement ParseFor(Token tag)
    {
        AssignmentTarget target = targets.Parse();
        RefuseLoop(target);
        tokens.Expect("in");
        Expression source = Tuple(withConditional: false, endName: "recursive");
        Expression? filter = tokens.SkipIf("if") ? expressions.Parse() : null;
        bool recursive = tokens.SkipIf("recursive");
        int outside = loops.Enter();
        StatementList body = bodies.ParseBody(tag, "else", "endfor");
        loops.Leave(recursive ? 0 : outside);
        StatementList? otherwise = null;
        if (tokens.ExpectName() == "else")
        {
            otherwise = bodies.ParseBody(tag, "endfor");
            tokens.Take();
        }

        loops.Leave(outside);
        return new ForStatement(tag.Span, new ForClauses(target, source, filter, body, otherwise, recursive)) { Escaping = bodies.Escapes.Current };
    }

    private void RefuseLoop(AssignmentTarget target)
    {
        if (target.Names.Contains("loop"))
        {
            throw tokens.Fail("the special variable `loop` cannot be assigned in a loop", target.Span);
        }
    }

    private Statement ParseSet(Token tag)
    {
        AssignmentTarget target = targets.Parse(withNamespace: true);
        if (loops.IsInside)
        {
            RefuseLoop(target);
        }

        if (tokens.SkipIf(TokenKind.Assign))
        {
            return new SetStatement(tag.Span, target, Tuple());
        }

        FilterExpression? filter = expressions.Operands.ParseBlockFilters(required: false);
        StatementList body = bodies.ParseBody(tag, "endset");
        tokens.Take();
        return new SetBlockStatement(tag.Span, target, filter, body);
    }

    private FilterBlockStatement ParseFilterBlock(Token tag)
    {
        FilterExpression filter = expressions.Operands.ParseBlockFilters(required: true) ?? throw tokens.Unexpected("a filter");
        StatementList body = bodies.ParseBody(tag, "endfilter");
        tokens.Take();
        return new FilterBlockStatement(tag.Span, filter, body) { Escaping = bodies.Escapes.Current };
    }

    private WithStatement ParseWith(Token tag)
    {
        List<AssignmentTarget> names = [];
        List<Expression> values = [];
        while (tokens.Current.Kind != TokenKind.BlockEnd)
        {
            if (names.Count > 0)
            {
                tokens.Expect(TokenKind.Comma);
            }

            names.Add(targets.Parse());
            tokens.Expect(TokenKind.Assign);
            values.Add(expressions.Parse());
        }

        StatementList body = bodies.ParseBody(tag, "endwith");
        tokens.Take();
        return new WithStatement(tag.Span, [.. names], [.. values], body);
    }

    private BlockStatement ParseBlock(Token tag)
    {
        Token name = tokens.Expect(TokenKind.Name);
        bool scoped = tokens.SkipIf("scoped");
        bool required = tokens.SkipIf("required");
        if (!blockNames.Add(name.Text ?? ""))
        {
            throw tokens.Fail($"the block `{name.Text}` is defined twice", name.Span);
        }

        int outside = loops.LeaveAll();
        Escaping escaping = bodies.Escapes.LeaveAll();
        StatementList body = bodies.ParseBody(tag, "endblock");
        bodies.Escapes.Leave(escaping);
        loops.Leave(outside);
        if (required && !body.IsBlank)
        {
            throw tokens.Fail("a required block can only contain comments or white space", name.Span);
        }

        tokens.Take();
        tokens.SkipIf(name.Text ?? "");
        return new BlockStatement(tag.Span, name.Text ?? "", body) { IsScoped = scoped, IsRequired = required };
    }

    private OutputStatement ParsePrint(Token tag)
    {
        List<OutputPart> parts = [];
        while (tokens.Current.Kind != TokenKind.BlockEnd)
        {
            if (parts.Count > 0)
            {
                tokens.Expect(TokenKind.Comma);
            }

            parts.Add(OutputPart.OfExpression(expressions.Parse(), bodies.Escapes.Current));
        }

        return new OutputStatement(tag.Span, [.. parts], bodies.Escapes.Current);
    }

    private AutoescapeStatement ParseAutoescape(Token tag)
    {
        Expression option = expressions.Parse();
        Escaping outside = bodies.Escapes.Enter(option);
        StatementList body = bodies.ParseBody(tag, "endautoescape");
        bodies.Escapes.Leave(outside);
        tokens.Take();
        return new AutoescapeStatement(tag.Span, option, body);
    }

    private LoopControlStatement ParseLoopControl(Token tag, Completion completion) => loops.IsInside
        ? new LoopControlStatement(tag.Span, completion)
        : throw tokens.Fail($"`{tag.Text}` stands outside of a loop", tag.Span);
}
