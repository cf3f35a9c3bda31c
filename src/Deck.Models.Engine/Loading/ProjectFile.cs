using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading;

/// <summary>A `project.yml` or `dbt_project.yml`, rendered and checked.</summary>
public sealed class ProjectFile
{
    public required string Name { get; init; }

    public string? Version { get; init; }

    public string? ProfileName { get; init; }

    public ImmutableArray<string> ModelPaths { get; init; } = ["models"];

    public ImmutableArray<string> SeedPaths { get; init; } = ["seeds"];

    public ImmutableArray<string> SnapshotPaths { get; init; } = ["snapshots"];

    public ImmutableArray<string> TestPaths { get; init; } = ["tests"];

    public ImmutableArray<string> MacroPaths { get; init; } = ["macros"];

    public ImmutableArray<string> AnalysisPaths { get; init; } = ["analyses"];

    public ImmutableArray<string> FunctionPaths { get; init; } = ["functions"];

    /// <summary>Folders searched for `{% docs %}`; all resource folders where it is not given.</summary>
    public ImmutableArray<string> DocsPaths { get; init; } = [];

    public string TargetPath { get; init; } = "target";

    public string LogPath { get; init; } = "logs";

    public string PackagesInstallPath { get; init; } = "dbt_packages";

    public ImmutableArray<string> CleanTargets { get; init; } = ["target"];

    /// <summary>`asset-paths`: folders that belong to the documentation.</summary>
    public ImmutableArray<string> AssetPaths { get; init; } = [];

    /// <summary>`models:`, `seeds:`, … as written, rendered natively: the config trees by the name of their resource type, such as `model`.</summary>
    public ImmutableDictionary<string, YamlMapping> ConfigTrees { get; init; } = ImmutableDictionary<string, YamlMapping>.Empty;

    /// <summary>The same trees with their strings as written.</summary>
    public ImmutableDictionary<string, YamlMapping> UnrenderedTrees { get; init; } = ImmutableDictionary<string, YamlMapping>.Empty;

    public DictValue Vars { get; init; } = new();

    public ImmutableDictionary<string, IReadOnlyList<string>> Dispatch { get; init; } = ImmutableDictionary<string, IReadOnlyList<string>>.Empty;

    public ImmutableArray<SourceText> OnRunStart { get; init; } = [];

    public ImmutableArray<SourceText> OnRunEnd { get; init; } = [];

    /// <summary>`require-dbt-version`: a text or a list of texts.</summary>
    public YamlNode? RequireDbtVersion { get; init; }

    public Value? QueryComment { get; init; }

    public DictValue Quoting { get; init; } = new();

    /// <summary>`flags:`, by name in lower case.</summary>
    public DictValue Flags { get; init; } = new();

    /// <summary>The whole file, rendered; null for the embedded library.</summary>
    internal YamlMapping? Rendered { get; init; }

    /// <summary>The file's own path.</summary>
    public required SourceText Source { get; init; }
}
