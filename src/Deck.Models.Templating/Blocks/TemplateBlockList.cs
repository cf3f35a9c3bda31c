using System.Collections.Immutable;

namespace Deck.Models.Templating.Blocks;

/// <summary>The blocks of one file in the order of its text.</summary>
public sealed record TemplateBlockList(ImmutableArray<TemplateBlock> Blocks);
