using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`input is name(arguments)`.</summary>
internal sealed class TestExpression(TextSpan span, Expression input, string name, ArgumentList arguments) : Expression(span)
{
    private readonly ValueTest? test = TestTable.TryFind(name, out ValueTest? found) ? found : null;

    public override ArgumentList Given => arguments;

    /// <summary>Where the name stands.</summary>
    public TextSpan NameSpan { get; init; }

    /// <summary>What is known of `autoescape` at the test.</summary>
    public Escaping Escaping { get; init; }

    public override Value Evaluate(Frame frame)
    {
        Value value = input.Evaluate(frame);
        Arguments values = arguments.Evaluate(frame);
        frame.Session.Place = this;
        if (test is null)
        {
            throw new TemplateException("TemplateRuntimeError", $"there is no test named '{name}'")
            {
                Hint = Spelling.DidYouMean(name, TestTable.Names),
                Part = NameSpan,
            };
        }

        return Value.Of(test.Apply(new FilterCall(value, values, frame.Instance)));
    }

    protected override Value? Compute() =>
        test is not null && ConstantEnvironment.For(Escaping) is { } environment && input.Fold() is { } value && arguments.Fold() is { } values
            ? Value.Of(test.Apply(new FilterCall(value, values, environment)))
            : null;

    public override void VisitChildren(SyntaxWalker walker)
    {
        walker.Visit(input);
        arguments.VisitChildren(walker);
    }

    public override void Bind(NameBinder binder)
    {
        VisitChildren(binder);
        if (arguments.Named.Length > 1 && Fold() is null)
        {
            arguments.ReportRepeated(binder);
        }

        if (test is null && !binder.IsSoft)
        {
            binder.Report(Diagnostic.Error(TemplateDiagnostics.UnknownFilterOrTest, $"there is no test named `{name}`", binder.LocationOf(NameSpan))
                .WithHint(Spelling.DidYouMean(name, TestTable.Names)));
        }
    }
}
