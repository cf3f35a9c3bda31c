using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution;

/// <summary>An enabled draft of the graph, with the nodes that it depends on.</summary>
internal sealed record KeptDraft(NodeDraft Draft, ImmutableArray<NodeId> DependsOn);
