using Deck.Models.Templating.Rendering;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax;

/// <summary>A node that writes output, assigns names or directs the flow.</summary>
internal abstract class Statement(TextSpan span) : SyntaxNode(span)
{
    public abstract Completion Render(Frame frame, Output output);
}
