using System.Collections.Immutable;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>What a materialization must know beyond the model and its relation.</summary>
public sealed record MaterializationOptions
{
    /// <summary>`--full-refresh`; the model's own `full_refresh` wins over it.</summary>
    public bool FullRefresh { get; init; }

    /// <summary>A relation that another tool left under the temporary name, or null.</summary>
    public ExistingRelation? Leftover { get; init; }

    /// <summary>What a seed's table is marked with, or null where it is not.</summary>
    internal SeedMark? Mark { get; init; }

    /// <summary>True for a batch of a microbatch model whose table is there, whatever the flags say.</summary>
    public bool IsLaterBatch { get; init; }

    /// <summary>Whether the model's relation is to be made anew whatever exists.</summary>
    public bool IsFullRefresh(Node node) => !IsLaterBatch && (node.Config.GetBoolean("full_refresh") ?? FullRefresh);
}
