using System.Collections.Immutable;
using Deck.Models.Engine.Resolution.References;

namespace Deck.Models.Engine.Resolution.UnitTests;

/// <summary>Makes the final node of a unit test, its inputs resolved.</summary>
internal static class UnitTestFinish
{
    /// <param name="model">The tested model.</param>
    public static UnitTestNode Create(NodeDraft draft, UnitTestContent content, ReferenceResolver resolver, NodeDraft? model) => new(NodeHead.Of(draft, draft.Needs), draft.Needs[0], content.Expect)
    {
        Tags = [.. draft.Config.Tags.Distinct()],
        Origin = new NodeOrigin(draft.Unrendered) { Place = model?.Relation },
        Version = model?.VersionValue,
        Given = [.. content.Given.Select(g => new UnitTestInput(g.Reference, Resolve(g, draft, resolver), g.Rows))],
        Overrides = content.Overrides,
    };

    /// <summary>The node that an input stands for, or null for `this`.</summary>
    private static NodeId? Resolve(UnitTestGiven given, NodeDraft draft, ReferenceResolver resolver)
    {
        if (given.Declaration.Refs is [{ } call, ..])
        {
            return resolver.Resolve(call, draft)?.Id;
        }

        return given.Declaration.Sources is [{ } source, ..] ? resolver.Resolve(source, draft)?.Id : null;
    }
}
