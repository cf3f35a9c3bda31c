using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`namespace.attribute` as a target.</summary>
internal sealed class NamespaceTarget(TextSpan span, string name, string attribute) : AssignmentTarget(span)
{
    private readonly NameExpression reference = new(span, name);

    public override IEnumerable<string> Names => [];

    public override void Declare(Symbols symbols, bool asParameter) => symbols.Load(name);

    public override AssignmentTarget Resolve(Symbols symbols)
    {
        NamespaceTarget resolved = new(Span, name, attribute);
        resolved.reference.BindTo(symbols);
        return resolved;
    }

    public override void Check(Frame frame) => Find(frame);

    public override void Assign(Frame frame, Value value) => Find(frame).Set(attribute, value);

    private NamespaceValue Find(Frame frame) =>
        reference.Evaluate(frame) as NamespaceValue ?? throw new TemplateException("TemplateRuntimeError", "cannot assign attribute on non-namespace object");
}
