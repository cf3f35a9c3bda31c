using System.Collections.Immutable;
using Deck.Models.Templating.Rendering;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax;

/// <summary>Statements one after another.</summary>
internal sealed class StatementList(TextSpan span, ImmutableArray<Statement> statements) : Statement(span)
{
    public ImmutableArray<Statement> Statements { get; } = statements;

    /// <summary>True where there is nothing but white space and comments.</summary>
    public bool IsBlank => Statements.All(s => s is Statements.OutputStatement { IsBlank: true });

    public override Completion Render(Frame frame, Output output)
    {
        foreach (Statement statement in Statements)
        {
            Completion completion = statement.Render(frame, output);
            if (completion != Completion.Normal)
            {
                return completion;
            }
        }

        return Completion.Normal;
    }

    public override void VisitChildren(SyntaxWalker walker)
    {
        foreach (Statement statement in Statements)
        {
            walker.Visit(statement);
        }
    }
}
