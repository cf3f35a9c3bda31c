using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`extends`, `include`, `import` and `from`: they parse, but there is nothing to load templates from.</summary>
internal sealed class LoaderStatement(TextSpan span, Expression template, string[] assigned) : Statement(span)
{
    public override Completion Render(Frame frame, Output output)
    {
        template.Evaluate(frame);
        frame.Session.Place = this;
        throw TemplateException.TypeError("no loader for this environment specified");
    }

    public override void VisitChildren(SyntaxWalker walker) => walker.Visit(template);

    public override void Declare(NameFinder names)
    {
        names.Visit(template);
        foreach (string name in assigned)
        {
            names.Symbols.Store(name);
        }
    }
}
