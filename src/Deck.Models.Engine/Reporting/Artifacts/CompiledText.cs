using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>What compiling a node gave, for manifest.json.</summary>
/// <param name="Overloads">The bodies of a function's overloads, in their order; empty for everything else.</param>
public sealed record CompiledText(string Sql, ImmutableArray<string> Overloads)
{
    public static CompiledText Of(CompiledModel model) => new(model.Sql, OverloadsOf(model));

    /// <summary>The bodies of a function's overloads.</summary>
    public static ImmutableArray<string> OverloadsOf(CompiledModel model) => [.. model.Overloads.Select(o => o.Text)];
}
