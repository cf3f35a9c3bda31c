using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>What every stage may ask about the invocation: the project file, the connection's target, settings and variables.</summary>
public sealed class ProjectContext
{
    internal static ProjectContext Of(ProjectSources sources)
    {
        ProjectFile root = sources.Root.Project;
        return new ProjectContext
        {
            ProjectName = root.Name,
            Settings = sources.Settings,
            Profile = sources.Profile,
            Vars = root.Vars,
            Quoting = RelationQuoting.All.With(root.Quoting),
            Packages = sources.Packages.ToImmutableDictionary(p => p.Project.Name, p => p.Project),
            Dispatch = root.Dispatch,
            QueryComment = root.QueryComment,
            TargetPath = root.TargetPath,
        };
    }

    public required string ProjectName { get; init; }

    public required InvocationSettings Settings { get; init; }

    public required ConnectionProfile Profile { get; init; }

    /// <summary>`vars:` of the project file: globals and, under a package's name, that package's. `--vars` is in the settings.</summary>
    public required DictValue Vars { get; init; }

    /// <summary>The project files of all packages by name, the root project's and the `dbt` library's among them; their variables count least.</summary>
    public required ImmutableDictionary<string, ProjectFile> Packages { get; init; }

    /// <summary>`quoting:` of the project file; packages' nodes follow it too.</summary>
    public RelationQuoting Quoting { get; init; } = RelationQuoting.All;

    /// <summary>`dispatch:` of the project file: search order by macro namespace.</summary>
    public ImmutableDictionary<string, IReadOnlyList<string>> Dispatch { get; init; } = ImmutableDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>`query-comment:` of the project file: None turns it off, absent is dbt's default.</summary>
    public Value? QueryComment { get; init; }

    /// <summary>The output folder, `target` unless configured.</summary>
    public string TargetPath { get; init; } = "target";

    /// <summary>A flag of `flags:` in the root project's file.</summary>
    /// <param name="otherwise">dbt's default of the flag.</param>
    public bool IsFlagOn(string flag, bool otherwise) => Packages.TryGetValue(ProjectName, out ProjectFile? root) && root.Flags.TryGet(flag, out Value? value) ? value.IsTrue : otherwise;

    /// <summary>True where analyses have their own config tree, and no folder too many in their `fqn`: dbt's `require_corrected_analysis_fqns`.</summary>
    internal bool HasOwnAnalyses => IsFlagOn("require_corrected_analysis_fqns", otherwise: false);
}
