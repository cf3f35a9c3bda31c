using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>Finds the part of the node at work that an error is about: the keyword argument, the name or the attribute that does not exist.</summary>
internal sealed class ErrorPlace : SyntaxWalker
{
    private readonly UndefinedValue missing;
    private TextSpan? found;

    private ErrorPlace(UndefinedValue missing) => this.missing = missing;

    public static TextSpan In(SyntaxNode node, TemplateException error)
    {
        if (error.Keyword is { } keyword && node.Given.Find(keyword) is { } argument)
        {
            return argument.Span;
        }

        if (error.Missing is not { } missing || node is not Expression)
        {
            return error.Part ?? node.Span;
        }

        ErrorPlace finder = new(missing);
        finder.Visit(node);
        return finder.found ?? node.Span;
    }

    /// <summary>The innermost node first: it was evaluated before those around it.</summary>
    public override void Visit(SyntaxNode node)
    {
        node.VisitChildren(this);
        found ??= node.PlaceOf(missing);
    }
}
