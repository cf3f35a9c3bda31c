using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Selection;

/// <summary>The options of a command that choose nodes, as given.</summary>
public sealed class SelectionArguments
{
    /// <summary>`--select`: criteria in each text are separated by blanks; empty selects everything.</summary>
    public ImmutableArray<string> Select { get; init; } = [];

    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>`--indirect-selection`: `eager`, `cautious`, `buildable` or `empty`.</summary>
    public string IndirectSelection { get; init; } = "eager";

    /// <summary>`--resource-type`: names of types, `default` or `all`.</summary>
    public ImmutableArray<string> ResourceTypes { get; init; } = [];

    public ImmutableArray<string> ExcludeResourceTypes { get; init; } = [];

    /// <summary>The types that the command works on; others are never selected.</summary>
    public ImmutableArray<ResourceType> CommandTypes { get; init; } = [.. Enum.GetValues<ResourceType>().Where(t => t != ResourceType.Operation)];
}
