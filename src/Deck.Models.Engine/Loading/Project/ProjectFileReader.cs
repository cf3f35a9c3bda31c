using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Rendering;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Loading.Shapes;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Project;

/// <summary>Reads a project file: `project.yml` or `dbt_project.yml`.</summary>
internal static class ProjectFileReader
{
    private static readonly string[] FileNames = ["project.yml", "dbt_project.yml"];

    /// <summary>Keys of config trees with the resource type of each; `data_tests` comes after its old name `tests` and takes its place.</summary>
    private static readonly KeyValuePair<string, string>[] Trees =
    [
        new("models", "model"), new("seeds", "seed"), new("snapshots", "snapshot"), new("sources", "source"), new("tests", "test"), new("data_tests", "test"),
        new("unit_tests", "unit_test"), new("exposures", "exposure"), new("functions", "function"), new("analyses", "analysis"),
        new("semantic-models", "semantic_model"), new("metrics", "metric"), new("saved-queries", "saved_query"),
    ];

    /// <summary>The YAML of a package's project file, not rendered yet.</summary>
    public static Checked<YamlMapping> ReadYaml(PackageFolder folder)
    {
        string[] found = [.. FileNames.Where(folder.Exists)];
        if (found.Length != 1)
        {
            Location place = Location.OfFile(folder.Shown(FileNames[0]));
            return Check.Failed<YamlMapping>(found.Length == 0
                ? Diagnostic.Error(LoadingCodes.NoProjectFile, "there is no project.yml or dbt_project.yml here", place).WithHint("run deckmodel in the project's folder, or use --project-dir")
                : Diagnostic.Error(LoadingCodes.TwoProjectFiles, "project.yml and dbt_project.yml are both there", place).WithHint("remove one of them"));
        }

        Checked<SourceText> text = folder.ReadText(found[0]);
        if (text.Value is null)
        {
            return Check.Failed<YamlMapping>(text.Diagnostics);
        }

        Checked<YamlNode> read = YamlReader.Read(text.Value);
        return read.Value switch
        {
            null => Check.Failed<YamlMapping>(read.Diagnostics),
            YamlMapping mapping => Check.Ok(mapping, read.Diagnostics),
            { } other => Check.Failed<YamlMapping>([.. read.Diagnostics, Diagnostic.Error(LoadingCodes.WrongShape, "a project file should be a mapping that begins with `name:`", other.Location)]),
        };
    }

    /// <summary>Renders and checks the file. Hooks, variables and the query comment stay as written: they are rendered where they are used.</summary>
    public static Checked<ProjectFile> Read(YamlMapping yaml, IRenderScope scope)
    {
        List<Diagnostic> diagnostics = [];
        YamlMapping rendered = (YamlMapping)new YamlRenderer(scope, diagnostics).Render(yaml, StaysAsWritten);
        ShapeChecker.Check(rendered, ProjectShape.Keys, "project file", diagnostics);
        if (diagnostics.Any(d => d.Severity == Severity.Error))
        {
            return Check.Failed<ProjectFile>(diagnostics);
        }

        ProjectFile file = Build(rendered, new ProjectKeys(rendered, diagnostics), ReadTrees(new ProjectKeys(yaml, [])));
        return diagnostics.Any(d => d.Severity == Severity.Error) ? Check.Failed<ProjectFile>(diagnostics) : Check.Ok(file, diagnostics);
    }

    private static bool StaysAsWritten(string path)
    {
        string root = path.Split('.', 2)[0];
        string last = path[(path.LastIndexOf('.') + 1)..].TrimStart('+');
        return root is "on-run-start" or "on-run-end" or "query-comment" or "vars" || last is "pre-hook" or "post-hook" or "pre_hook" or "post_hook";
    }

    private static ProjectFile Build(YamlMapping yaml, ProjectKeys keys, ImmutableDictionary<string, YamlMapping> unrendered)
    {
        ProjectFile defaults = new() { Name = "", Source = yaml.Location.Text, TargetPath = keys.Text("target-path") ?? "target" };
        return new ProjectFile
        {
            Name = keys.Name(),
            Version = keys.Text("version"),
            ProfileName = keys.Text("profile"),
            ModelPaths = keys.Paths("model-paths", "source-paths") ?? defaults.ModelPaths,
            SeedPaths = keys.Paths("seed-paths", "data-paths") ?? defaults.SeedPaths,
            SnapshotPaths = keys.Paths("snapshot-paths") ?? defaults.SnapshotPaths,
            TestPaths = keys.Paths("test-paths") ?? defaults.TestPaths,
            MacroPaths = keys.Paths("macro-paths") ?? defaults.MacroPaths,
            AnalysisPaths = keys.Paths("analysis-paths") ?? defaults.AnalysisPaths,
            FunctionPaths = keys.Paths("function-paths") ?? defaults.FunctionPaths,
            DocsPaths = keys.Paths("docs-paths") ?? defaults.DocsPaths,
            TargetPath = defaults.TargetPath,
            LogPath = keys.Text("log-path") ?? defaults.LogPath,
            PackagesInstallPath = keys.Text("packages-install-path") ?? defaults.PackagesInstallPath,
            AssetPaths = keys.Paths("asset-paths") ?? [],
            CleanTargets = keys.Paths("clean-targets") ?? [defaults.TargetPath],
            ConfigTrees = ReadTrees(keys), UnrenderedTrees = unrendered,
            Vars = keys.Dict("vars"),
            Dispatch = keys.Dispatch(),
            OnRunStart = keys.Hooks("on-run-start"), OnRunEnd = keys.Hooks("on-run-end"),
            RequireDbtVersion = keys.Find("require-dbt-version"),
            QueryComment = keys.Find("query-comment") is { } comment ? YamlValues.ToValue(comment) : null,
            Quoting = keys.Dict("quoting"),
            Flags = keys.Flags(),
            Source = yaml.Location.Text, Rendered = yaml,
        };
    }

    private static ImmutableDictionary<string, YamlMapping> ReadTrees(ProjectKeys keys)
    {
        ImmutableDictionary<string, YamlMapping>.Builder trees = ImmutableDictionary.CreateBuilder<string, YamlMapping>(StringComparer.Ordinal);
        foreach ((string key, string type) in Trees)
        {
            if (keys.Find(key) is YamlMapping tree)
            {
                trees[type] = tree;
            }
        }

        return trees.ToImmutable();
    }
}
