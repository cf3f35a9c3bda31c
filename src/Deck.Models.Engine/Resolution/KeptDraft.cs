using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution;

/// <summary>An enabled draft with the nodes that it depends on.</summary>
/// <param name="IsWhole">False for a test that refers to something disabled or missing: it is in no graph.</param>
internal sealed record KeptDraft(NodeDraft Draft, ImmutableArray<NodeId> DependsOn, bool IsWhole);
