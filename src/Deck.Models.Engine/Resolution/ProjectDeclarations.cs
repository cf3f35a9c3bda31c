using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution;

/// <summary>What the project declares besides nodes and macros.</summary>
public sealed class ProjectDeclarations
{
    public static ProjectDeclarations Empty { get; } = new();

    public ImmutableArray<DocBlock> Docs { get; init; } = [];

    public ImmutableArray<Group> Groups { get; init; } = [];

    /// <summary>Descriptions of macros by the macro's unique id.</summary>
    public ImmutableDictionary<string, MacroDescription> Macros { get; init; } = ImmutableDictionary<string, MacroDescription>.Empty;
}
