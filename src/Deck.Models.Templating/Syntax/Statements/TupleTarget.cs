using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`a, b` as a target: the value must have exactly as many elements.</summary>
internal sealed class TupleTarget(TextSpan span, AssignmentTarget[] targets) : AssignmentTarget(span)
{
    public override IEnumerable<string> Names => targets.SelectMany(t => t.Names);

    public override void Declare(Symbols symbols, bool asParameter)
    {
        foreach (AssignmentTarget target in targets)
        {
            target.Declare(symbols, asParameter);
        }
    }

    public override AssignmentTarget Resolve(Symbols symbols) => new TupleTarget(Span, [.. targets.Select(t => t.Resolve(symbols))]);

    public override void Check(Frame frame)
    {
        foreach (AssignmentTarget target in targets)
        {
            target.Check(frame);
        }
    }

    public override void Assign(Frame frame, Value value)
    {
        Value[] values = Operators.Unpack(value, targets.Length);
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i].Assign(frame, values[i]);
        }
    }
}
