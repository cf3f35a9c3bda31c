using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`{% if %}…{% elif %}…{% else %}…{% endif %}`; no scope of its own.</summary>
internal sealed class IfStatement(TextSpan span, IfBranch[] branches, StatementList? otherwise) : Statement(span)
{
    public override Completion Render(Frame frame, Output output)
    {
        foreach (IfBranch branch in branches)
        {
            Value condition = branch.Condition.Evaluate(frame);
            frame.Session.Place = branch.Condition;
            if (condition.IsTrue)
            {
                return branch.Body.Render(frame, output);
            }
        }

        return otherwise?.Render(frame, output) ?? Completion.Normal;
    }

    public override void VisitChildren(SyntaxWalker walker)
    {
        foreach (IfBranch branch in branches)
        {
            walker.Visit(branch.Condition);
            walker.Visit(branch.Body);
        }

        if (otherwise is not null)
        {
            walker.Visit(otherwise);
        }
    }

    /// <summary>As Jinja does it: three parts, the first branch, all `elif`s together, the `else`.</summary>
    public override void Declare(NameFinder names)
    {
        Symbols symbols = names.Symbols;
        names.Visit(branches[0].Condition);
        Symbols first = Branch(symbols, branches[0].Body);
        Symbols middle = symbols.Branch();
        foreach (IfBranch branch in branches.AsSpan(1))
        {
            new NameFinder(middle).Visit(branch.Condition);
            middle.Merge(Branch(middle, branch.Body), middle.Branch(), middle.Branch());
        }

        symbols.Merge(first, middle, Branch(symbols, otherwise));
    }

    public override void Bind(NameBinder binder) => VisitChildren(binder.Soft());

    private static Symbols Branch(Symbols symbols, StatementList? body)
    {
        Symbols branch = symbols.Branch();
        if (body is not null)
        {
            new NameFinder(branch).Visit(body);
        }

        return branch;
    }
}
