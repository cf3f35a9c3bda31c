using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>A filter or a test: applied to an input by its name, which may be one that does not exist.</summary>
internal abstract class NamedExpression(TextSpan span, Expression? input, string name, ArgumentList arguments) : Expression(span)
{
    public string Name { get; } = name;

    public override ArgumentList Given => arguments;

    /// <summary>Where the name stands.</summary>
    public TextSpan NameSpan { get; init; }

    /// <summary>What is known of `autoescape` at the place.</summary>
    public Escaping Escaping { get; init; }

    /// <summary>What the name is looked for among.</summary>
    protected abstract IEnumerable<string> KnownNames { get; }

    /// <summary>What is wrong with the name, or null where it is known.</summary>
    protected abstract string? Mistake { get; }

    public override void VisitChildren(SyntaxWalker walker)
    {
        if (input is not null)
        {
            walker.Visit(input);
        }

        arguments.VisitChildren(walker);
    }

    public override void Bind(NameBinder binder)
    {
        VisitChildren(binder);
        if (arguments.Named.Length > 1 && Fold() is null)
        {
            arguments.ReportRepeated(binder);
        }

        if (Mistake is { } mistake && !binder.IsSoft)
        {
            binder.Report(Diagnostic.Error(TemplateDiagnostics.UnknownFilterOrTest, $"{mistake} `{Name}`", binder.LocationOf(NameSpan))
                .WithHint(Suggestion()));
        }
    }

    /// <summary>The error of a name that was not reported before, because it stood in a branch.</summary>
    protected TemplateException Unknown() =>
        new("TemplateRuntimeError", $"{Mistake} '{Name}'") { Hint = Suggestion(), Part = NameSpan };

    private string? Suggestion() => Spelling.DidYouMean(Name, KnownNames);
}
