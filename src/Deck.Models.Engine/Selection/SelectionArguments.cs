using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection.Selectors;

namespace Deck.Models.Engine.Selection;

/// <summary>The options of a command that choose nodes, as given.</summary>
public sealed class SelectionArguments
{
    /// <summary>`--select`: criteria in each text are separated by blanks; empty selects everything.</summary>
    public ImmutableArray<string> Select { get; init; } = [];

    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>`--selector`: a name of <see cref="Selectors"/>, in place of the two above.</summary>
    public string? Selector { get; init; }

    /// <summary>The project's selectors.yml; its default applies where nothing is selected or excluded.</summary>
    public SelectorList Selectors { get; init; } = SelectorList.Empty;

    /// <summary>`--indirect-selection`: `eager`, `cautious`, `buildable` or `empty`.</summary>
    public string IndirectSelection { get; init; } = "eager";

    /// <summary>`--resource-type`: names of types, `default` or `all`.</summary>
    public ImmutableArray<string> ResourceTypes { get; init; } = [];

    public ImmutableArray<string> ExcludeResourceTypes { get; init; } = [];

    /// <summary>The types that the command works on; others are never selected.</summary>
    public ImmutableArray<ResourceType> CommandTypes { get; init; } = [.. Enum.GetValues<ResourceType>().Where(t => t != ResourceType.Operation)];
}
