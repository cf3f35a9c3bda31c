using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`input is name(arguments)`.</summary>
internal sealed class TestExpression(TextSpan span, Expression input, string name, ArgumentList arguments) : NamedExpression(span, input, name, arguments)
{
    private readonly Expression input = input;
    private readonly ValueTest? test = TestTable.TryFind(name, out ValueTest? found) ? found : null;

    protected override IEnumerable<string> KnownNames => TestTable.Names;

    protected override string? Mistake => test is null ? "there is no test named" : null;

    public override Value Evaluate(Frame frame)
    {
        Value value = input.Evaluate(frame);
        Arguments values = Given.Evaluate(frame);
        frame.Session.Place = this;
        if (test is null)
        {
            throw Unknown();
        }

        return Value.Of(test.Apply(new FilterCall(value, values, frame.Instance)));
    }

    protected override Value? Compute() =>
        test is not null && ConstantEnvironment.For(Escaping) is { } environment && input.Fold() is { } value && Given.Fold() is { } values
            ? Value.Of(test.Apply(new FilterCall(value, values, environment)))
            : null;
}
