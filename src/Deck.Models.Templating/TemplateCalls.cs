using System.Collections.Immutable;
using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Expressions;

namespace Deck.Models.Templating;

/// <summary>Finds the calls in a template without rendering it: which macros it depends on, its constant refs and sources.</summary>
public static class TemplateCalls
{
    /// <summary>Every call by a plain or dotted name, in the order of the text; calls of anything else are left out, their arguments are not.</summary>
    public static ImmutableArray<TemplateCall> Find(Template template)
    {
        CallFinder finder = new();
        finder.Visit(template.Body);
        return [.. finder.Calls.OrderBy(c => c.Span.Start)];
    }

    /// <summary>Collects the calls of a tree.</summary>
    private sealed class CallFinder : SyntaxWalker
    {
        public List<TemplateCall> Calls { get; } = [];

        public override void Visit(SyntaxNode node)
        {
            if (node is CallExpression call && NameOf(call.Target) is { } name)
            {
                Calls.Add(Describe(name, call));
            }

            node.VisitChildren(this);
        }

        private static string? NameOf(Expression target) => target switch
        {
            NameExpression name => name.Name,
            AttributeExpression attribute when NameOf(attribute.Target) is { } owner => $"{owner}.{attribute.Name}",
            _ => null,
        };

        private static TemplateCall Describe(string name, CallExpression call)
        {
            ArgumentList arguments = call.Arguments;
            return new TemplateCall(
                name,
                [.. arguments.Positional.ToArray().Select(a => a.Fold())],
                [.. arguments.Named.ToArray().Select(a => KeyValuePair.Create(a.Name, a.Value.Fold()))],
                arguments.Rest is not null || arguments.Extra is not null,
                call.Span);
        }
    }
}
