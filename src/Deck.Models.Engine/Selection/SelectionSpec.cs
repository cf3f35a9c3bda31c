using System.Collections.Frozen;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection.Selectors;

namespace Deck.Models.Engine.Selection;

/// <summary>A selection, read: what to match, which tests come along, and which types remain.</summary>
public sealed class SelectionSpec
{
    public required SelectionExpression Expression { get; init; }

    public required IndirectSelection IndirectSelection { get; init; }

    public required FrozenSet<ResourceType> ResourceTypes { get; init; }

    /// <summary>What `selector:` can name.</summary>
    public SelectorList Selectors { get; init; } = SelectorList.Empty;
}
