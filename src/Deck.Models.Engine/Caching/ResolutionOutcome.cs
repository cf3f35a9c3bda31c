using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching;

/// <summary>What loading and resolving a project gave.</summary>
/// <param name="Loaded">With what loading has to say.</param>
/// <param name="Resolved">With what resolving has to say; null where nothing was loaded, and where the project was kept.</param>
/// <param name="Kept">The project as it was resolved before; its resources are not among the sources.</param>
public sealed record ResolutionOutcome(Checked<ProjectSources> Loaded, Checked<Manifest>? Resolved, KeptProject? Kept)
{
    /// <summary>Tells this state of the project from every other one; null where it is not kept.</summary>
    public ProjectIdentity? Identity { get; init; }

    /// <summary>What had to be parsed.</summary>
    public ParseWork Work { get; init; } = ParseWork.None;

    /// <summary>What resolving has to say.</summary>
    public ImmutableArray<Diagnostic> Resolution => Kept?.Diagnostics ?? Resolved?.Diagnostics ?? [];

    public bool HasErrors => Loaded.HasErrors || Resolved?.HasErrors == true;

    public bool HasManifest => Kept is not null || Resolved?.Value is not null;

    /// <exception cref="InvalidOperationException">There is none, as the diagnostics tell.</exception>
    public Manifest Manifest => Kept?.Manifest ?? Resolved?.Value ?? throw new InvalidOperationException("the project could not be resolved");

    /// <summary>How many enabled nodes of a type there are; a kept project's are not read for it.</summary>
    public int Count(ResourceType type) => Kept?.Count(type) ?? Manifest.Nodes.Count(n => n.ResourceType == type);
}
