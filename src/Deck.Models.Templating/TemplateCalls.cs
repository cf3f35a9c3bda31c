using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating;

/// <summary>Finds the calls in a template without rendering it: which macros it depends on, its constant refs and sources.</summary>
public static class TemplateCalls
{
    /// <summary>Every call by a plain or dotted name, in the order of the text; calls of anything else are left out, their arguments are not.</summary>
    /// <example>
    /// <code>
    /// // ref('a'), then config(materialized='table') with its constants
    /// foreach (TemplateCall call in TemplateCalls.Find(template)) { … }
    /// </code>
    /// </example>
    public static ImmutableArray<TemplateCall> Find(Template template)
    {
        CallFinder finder = new();
        finder.Visit(template.Body);
        finder.Calls.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return [.. finder.Calls];
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
                Positional(arguments),
                Named(arguments),
                arguments.Rest is not null || arguments.Extra is not null,
                call.Span);
        }

        private static ImmutableArray<Value?> Positional(ArgumentList arguments)
        {
            Value?[] constants = new Value?[arguments.Positional.Length];
            for (int i = 0; i < constants.Length; i++)
            {
                constants[i] = arguments.Positional[i].Fold();
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(constants);
        }

        private static ImmutableArray<KeyValuePair<string, Value?>> Named(ArgumentList arguments)
        {
            KeyValuePair<string, Value?>[] constants = new KeyValuePair<string, Value?>[arguments.Named.Length];
            for (int i = 0; i < constants.Length; i++)
            {
                constants[i] = new(arguments.Named[i].Name, arguments.Named[i].Value.Fold());
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(constants);
        }
    }
}
