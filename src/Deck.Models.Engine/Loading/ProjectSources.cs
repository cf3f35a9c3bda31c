using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading;

/// <summary>Everything read from disk for one invocation: the root project first, then its installed packages, then the embedded `dbt` library.</summary>
public sealed class ProjectSources
{
    public required ImmutableArray<PackageSources> Packages { get; init; }

    public required ConnectionProfile Profile { get; init; }

    public required InvocationSettings Settings { get; init; }

    /// <summary>The root project's selectors.yml, rendered, or null where there is none.</summary>
    public YamlNode? Selectors { get; init; }

    /// <summary>What is wrong where other packages are installed than the project asks for; the project cannot be resolved then.</summary>
    public Diagnostic? Uninstalled { get; init; }

    public PackageSources Root => Packages[0];
}
