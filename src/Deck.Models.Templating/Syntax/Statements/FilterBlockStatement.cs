using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`{% filter name %}body{% endfilter %}`.</summary>
internal sealed class FilterBlockStatement(TextSpan span, FilterExpression filter, StatementList body) : Statement(span)
{
    private ScopeEntry entry = ScopeEntry.Empty;

    /// <summary>What is known of `autoescape` at the block.</summary>
    public Escaping Escaping { get; init; }

    public override Completion Render(Frame frame, Output output)
    {
        entry.Enter(frame);
        Completion completion = frame.Session.Capture(body, frame, out StringValue text);
        if (completion == Completion.Normal)
        {
            output.WriteBuffered(filter.EvaluateOn(frame.Instance.EscapesAt(Escaping) ? text.AsMarkup() : text, frame), filter.Span);
        }

        return completion;
    }

    public override void VisitChildren(SyntaxWalker walker)
    {
        walker.Visit(body);
        walker.Visit(filter);
    }

    public override void Declare(NameFinder names) => names.Visit(filter);

    public override void Bind(NameBinder binder)
    {
        NameBinder inner = binder.Inner(binder.Symbols.Inner());
        inner.DeclareAll(body);
        inner.DeclareAll(filter);
        inner.Visit(body);
        inner.Visit(filter);
        entry = inner.Symbols.Entry();
    }
}
