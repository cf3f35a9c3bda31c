using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Caching;

/// <summary>Tells a state of a project from every other one.</summary>
/// <param name="Kept">The state that is kept.</param>
public sealed record ProjectIdentity(string Kept)
{
    /// <summary>Tells the nodes that are others than the kept ones; empty where none is.</summary>
    public string Amendment { get; init; } = "";

    /// <summary>The ids of these nodes.</summary>
    public ImmutableArray<NodeId> Amended { get; init; } = [];

    public override string ToString() => Amendment.Length == 0 ? Kept : $"{Kept}+{Amendment}";
}
