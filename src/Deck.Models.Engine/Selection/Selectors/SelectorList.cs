using System.Collections.Immutable;

namespace Deck.Models.Engine.Selection.Selectors;

/// <summary>The selectors of a project.</summary>
public sealed class SelectorList(ImmutableArray<NamedSelector> all)
{
    public static SelectorList Empty { get; } = new([]);

    public ImmutableArray<NamedSelector> All { get; } = all;

    /// <summary>The one that applies where a command selects nothing, or null.</summary>
    public NamedSelector? Default => All.FirstOrDefault(s => s.IsDefault);

    public NamedSelector? Find(string name) => All.FirstOrDefault(s => s.Name == name);
}
