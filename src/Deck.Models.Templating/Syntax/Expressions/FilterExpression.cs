using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`input | name(arguments)`; in a `filter` block and in `set x | name` the input is the block's text.</summary>
internal sealed class FilterExpression(TextSpan span, Expression? input, string name, ArgumentList arguments) : Expression(span)
{
    private static readonly HashSet<string> NeedContext = ["map", "select", "reject", "selectattr", "rejectattr", "random"];

    private readonly Filter? filter = FilterTable.TryFind(name, out Filter? found) ? found : null;
    private readonly StringMarker marker = NativeMarkers.ForFilter(name);

    public string Name { get; } = name;

    public override ArgumentList Given => arguments;

    /// <summary>Where the name stands.</summary>
    public TextSpan NameSpan { get; init; }

    /// <summary>What is known of `autoescape` at the filter.</summary>
    public Escaping Escaping { get; init; }

    public override Value Evaluate(Frame frame)
    {
        if (input is null)
        {
            throw new InvalidOperationException("a filter of a block needs the block's text");
        }

        return Apply(input.Evaluate(frame), frame);
    }

    /// <summary>The chain of filters with a block's text as its innermost input.</summary>
    public Value EvaluateOn(Value text, Frame frame) =>
        Apply(input is FilterExpression inner ? inner.EvaluateOn(text, frame) : text, frame);

    protected override Value? Compute()
    {
        if (filter is null || marker != StringMarker.None || NeedContext.Contains(Name) || ConstantEnvironment.For(Escaping) is not { } environment
            || input?.Fold() is not { } value || arguments.Fold() is not { } values)
        {
            return null;
        }

        return filter.Apply(new FilterCall(value, values, environment));
    }

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

        if (filter is null && !binder.IsSoft)
        {
            binder.Report(Diagnostic.Error(TemplateDiagnostics.UnknownFilterOrTest, $"there is no filter named `{Name}`", binder.LocationOf(NameSpan))
                .WithHint(Spelling.DidYouMean(Name, FilterTable.Names)));
        }
    }

    private Value Apply(Value value, Frame frame)
    {
        Arguments values = arguments.Evaluate(frame);
        frame.Session.Place = this;
        if (filter is null)
        {
            throw new TemplateException("TemplateRuntimeError", $"there is no filter named '{Name}'")
            {
                Hint = Spelling.DidYouMean(Name, FilterTable.Names),
                Part = NameSpan,
            };
        }

        Value result = filter.Apply(new FilterCall(value, values, frame.Instance));
        return marker != StringMarker.None && frame.Session.IsNative ? NativeMarkers.Mark(result, marker) : result;
    }
}
