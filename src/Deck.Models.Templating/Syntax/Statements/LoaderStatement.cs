using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`extends`, `include`, `import` and `from`: they parse, but there is nothing to load templates from.</summary>
internal sealed class LoaderStatement(TextSpan span, Expression template, string[] assigned) : Statement(span)
{
    /// <summary>The template may be one of several: `include` takes a list.</summary>
    public bool TakesList { get; init; }

    /// <summary>`ignore missing`: where no template is named, nothing happens.</summary>
    public bool IgnoresMissing { get; init; }

    public override Completion Render(Frame frame, Output output)
    {
        Value name = template.Evaluate(frame);
        frame.Session.Place = this;
        if (!TakesList || name.IsTrue || name.IsUndefined || name is StringValue)
        {
            throw TemplateException.TypeError("no loader for this environment specified");
        }

        return IgnoresMissing
            ? Completion.Normal
            : throw new TemplateException("TemplatesNotFound", "Tried to select from an empty list of templates");
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
