using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Rendering;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>A node's SQL, ready to be planned: rendered, ephemeral models injected, with the way back to the templates.</summary>
/// <param name="Sql">The whole query.</param>
/// <param name="Map">From positions in <paramref name="Sql"/> to the node's file or an ephemeral model's.</param>
/// <param name="PreHooks">Rendered statements that run before, in order.</param>
/// <param name="PostHooks">What runs after, in order.</param>
public sealed record CompiledModel(Node Node, string Sql, SourceMap Map, ImmutableArray<CompiledHook> PreHooks, PostHooks PostHooks)
{
    /// <summary>The batch that the SQL is for, or null.</summary>
    public BatchContext? Batch { get; init; }

    /// <summary>The bodies of a function's overloads, in their order.</summary>
    public ImmutableArray<RenderedText> Overloads { get; init; } = [];

    /// <summary>Macros to call while the node is planned and built.</summary>
    public NodeMacros Macros { get; init; } = NodeMacros.None;
}
