using System.Collections.Immutable;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>What the project declares besides nodes and macros.</summary>
public sealed class ProjectDeclarations
{
    public static ProjectDeclarations Empty { get; } = new();

    public ImmutableArray<DocBlock> Docs { get; init; } = [];

    public ImmutableArray<Group> Groups { get; init; } = [];

    /// <summary>The selectors of selectors.yml by name, as dbt's dicts of them.</summary>
    public ImmutableArray<(string Name, Value Selector)> Selectors { get; init; } = [];

    /// <summary>Descriptions of macros by the macro's unique id.</summary>
    public ImmutableDictionary<string, MacroDescription> Macros { get; init; } = ImmutableDictionary<string, MacroDescription>.Empty;
}
