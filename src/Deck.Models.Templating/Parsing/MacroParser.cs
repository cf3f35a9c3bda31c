using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Syntax.Statements;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Parsing;

/// <summary>Parses macros and call blocks, and in dbt's dialect the tags that define macros under names of their own.</summary>
internal sealed class MacroParser(TokenReader tokens, ExpressionParser expressions, BodyParser bodies, TemplateDialect dialect)
{
    /// <summary>The statement of a tag whose name has been read, or null where it is another's.</summary>
    public Statement? TryParse(Token tag) => tag.Text switch
    {
        "macro" => ParseMacro(tag),
        "call" => ParseCall(tag),
        "test" when dialect == TemplateDialect.Dbt => ParseTest(tag),
        "materialization" when dialect == TemplateDialect.Dbt => ParseMaterialization(tag),
        "docs" when dialect == TemplateDialect.Dbt => ParseDocs(tag),
        _ => null,
    };

    private MacroStatement ParseMacro(Token tag)
    {
        string name = tokens.ExpectAssignable().Text ?? "";
        return Define(tag, dialect == TemplateDialect.Dbt ? MacroNames.OfMacro(name) : name, ParseSignature(), "endmacro");
    }

    private MacroStatement ParseTest(Token tag)
    {
        string name = tokens.ExpectAssignable().Text ?? "";
        return Define(tag, MacroNames.OfTest(name), ParseSignature(), "endtest");
    }

    private MacroStatement ParseDocs(Token tag) => Define(tag, MacroNames.OfDocs(tokens.ExpectAssignable().Text ?? ""), [], "enddocs");

    private MacroStatement ParseMaterialization(Token tag)
    {
        string name = tokens.ExpectAssignable().Text ?? "";
        string adapter = "default";
        List<MacroParameter> parameters = [];
        while (tokens.SkipIf(TokenKind.Comma))
        {
            Token option = tokens.Expect(TokenKind.Name);
            switch (option.Text)
            {
                case "default":
                    break;
                case "adapter":
                    adapter = ParseAdapter();
                    break;
                case MacroNames.SupportedLanguages:
                    parameters.Add(ParseLanguages(option));
                    break;
                default:
                    throw tokens.Fail($"a materialization has no argument `{option.Text}`", option.Span, "write `default`, `adapter='..'` or `supported_languages=[..]`");
            }
        }

        if (parameters.Count == 0)
        {
            ConstantExpression sql = new(tag.Span, new StringValue("sql"));
            parameters.Add(new MacroParameter(MacroNames.SupportedLanguages, tag.Span, new ListExpression(tag.Span, [sql])));
        }

        return Define(tag, MacroNames.OfMaterialization(name, adapter), [.. parameters], "endmaterialization");
    }

    private MacroParameter ParseLanguages(Token option)
    {
        tokens.Expect(TokenKind.Assign);
        return new MacroParameter(MacroNames.SupportedLanguages, option.Span, expressions.Parse());
    }

    private string ParseAdapter()
    {
        tokens.Expect(TokenKind.Assign);
        Expression value = expressions.Parse();
        return value is ConstantExpression { Value: StringValue text } ? text.Text : throw tokens.Fail("the name of the adapter must be a string", value.Span);
    }

    private CallStatement ParseCall(Token tag)
    {
        MacroParameter[] parameters = tokens.Current.Kind == TokenKind.LeftParen ? ParseSignature() : [];
        Expression expression = expressions.Parse();
        if (expression is not CallExpression call)
        {
            throw tokens.Fail("a `call` block needs the call of a macro", expression.Span);
        }

        MacroDefinition caller = new(tag.Span, "caller", parameters, ParseFunctionBody(tag, "endcall"));
        return new CallStatement(tag.Span, caller, call);
    }

    private MacroStatement Define(Token tag, string name, MacroParameter[] parameters, string endName) =>
        new(tag.Span, new MacroDefinition(tag.Span, name, parameters, ParseFunctionBody(tag, endName)));

    private StatementList ParseFunctionBody(Token tag, string endName)
    {
        int outside = bodies.Loops.LeaveAll();
        StatementList body = bodies.ParseBody(tag, endName);
        bodies.Loops.Leave(outside);
        tokens.Take();
        return body;
    }

    private MacroParameter[] ParseSignature()
    {
        tokens.Expect(TokenKind.LeftParen);
        List<MacroParameter> parameters = [];
        while (tokens.Current.Kind != TokenKind.RightParen)
        {
            if (parameters.Count > 0)
            {
                tokens.Expect(TokenKind.Comma);
            }

            parameters.Add(ParseParameter(parameters));
        }

        tokens.Expect(TokenKind.RightParen);
        return [.. parameters];
    }

    private MacroParameter ParseParameter(List<MacroParameter> before)
    {
        Token name = tokens.ExpectAssignable();
        string text = name.Text ?? "";
        if (dialect == TemplateDialect.Dbt && tokens.SkipIf(TokenKind.Colon))
        {
            SkipType();
        }

        Expression? value = tokens.SkipIf(TokenKind.Assign) ? expressions.Parse() : null;
        if (value is null && before.Exists(p => p.Default is not null))
        {
            throw tokens.Fail($"the parameter `{text}` without a default follows one with a default", name.Span);
        }

        return before.Exists(p => p.Name == text)
            ? throw tokens.Fail($"the parameter `{text}` is given twice", name.Span)
            : new MacroParameter(text, name.Span, value);
    }

    /// <summary>`Name` or `Name[Type, …]`: checked for its form only, as dbt does.</summary>
    private void SkipType()
    {
        tokens.Descend();
        tokens.Expect(TokenKind.Name);
        if (tokens.SkipIf(TokenKind.LeftBracket))
        {
            for (bool first = true; tokens.Current.Kind != TokenKind.RightBracket; first = false)
            {
                if (!first)
                {
                    tokens.Expect(TokenKind.Comma);
                }

                SkipType();
            }

            tokens.Expect(TokenKind.RightBracket);
        }

        tokens.Ascend();
    }
}
