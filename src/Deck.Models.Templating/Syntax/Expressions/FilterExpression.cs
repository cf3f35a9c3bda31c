using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`input | name(arguments)`; in a `filter` block and in `set x | name` the input is the block's text.</summary>
internal sealed class FilterExpression(TextSpan span, Expression? input, string name, ArgumentList arguments) : NamedExpression(span, input, name, arguments)
{
    private static readonly HashSet<string> NeedContext = ["map", "select", "reject", "selectattr", "rejectattr", "random"];

    private readonly Expression? input = input;
    private readonly Filter? filter = FilterTable.TryFind(name, out Filter? found) ? found : null;
    private readonly StringMarker marker = NativeMarkers.ForFilter(name);

    protected override IEnumerable<string> KnownNames => FilterTable.Names;

    protected override string? Mistake => filter is null ? "there is no filter named" : null;

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
            || input?.Fold() is not { } value || Given.Fold() is not { } values)
        {
            return null;
        }

        return filter.Apply(new FilterCall(value, values, environment));
    }

    private Value Apply(Value value, Frame frame)
    {
        Arguments values = Given.Evaluate(frame);
        frame.Session.Place = this;
        if (filter is null)
        {
            throw Unknown();
        }

        Value result = filter.Apply(new FilterCall(value, values, frame.Instance));
        return marker != StringMarker.None && frame.Session.IsNative ? NativeMarkers.Mark(result, marker) : result;
    }
}
