using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context.Runtime;

/// <summary>dbt's RuntimeConfig of one package: its project file and the connection's profile, which packages read as `builtins.ref.config`.</summary>
internal sealed class RuntimeConfigValue(InvocationContext invocation, ProjectFile file) : Value
{
    private static readonly MethodTable<RuntimeConfigValue> Members = new MethodTable<RuntimeConfigValue>()
        .WithProperties(
        [
            ("project_name", c => Of(c.File.Name)), ("version", c => Of(c.File.Version)), ("dbt_version", c => RequiredVersions(c.File)),
            ("model_paths", c => Texts(c.File.ModelPaths)), ("seed_paths", c => Texts(c.File.SeedPaths)),
            ("snapshot_paths", c => Texts(c.File.SnapshotPaths)), ("test_paths", c => Texts(c.File.TestPaths)),
            ("macro_paths", c => Texts(c.File.MacroPaths)), ("analysis_paths", c => Texts(c.File.AnalysisPaths)),
            ("function_paths", c => Texts(c.File.FunctionPaths)), ("docs_paths", c => Texts(c.File.DocsPaths)),
            ("target_path", c => Of(c.File.TargetPath)), ("log_path", c => Of(c.File.LogPath)),
            ("packages_install_path", c => Of(c.File.PackagesInstallPath)), ("clean_targets", c => Texts(c.File.CleanTargets)),
            ("models", c => c.Tree("model")), ("seeds", c => c.Tree("seed")), ("snapshots", c => c.Tree("snapshot")), ("sources", c => c.Tree("source")),
            ("data_tests", c => c.Tree("test")), ("unit_tests", c => c.Tree("unit_test")), ("exposures", c => c.Tree("exposure")),
            ("functions", c => c.Tree("function")), ("analyses", c => c.Tree("analysis")),
            ("semantic_models", c => c.Tree("semantic_model")), ("metrics", c => c.Tree("metric")), ("saved_queries", c => c.Tree("saved_query")),
            ("on_run_start", c => Sources(c.File.OnRunStart)), ("on_run_end", c => Sources(c.File.OnRunEnd)),
            ("dispatch", c => Dispatch(c.File)), ("quoting", c => c.File.Quoting), ("flags", c => c.File.Flags),
            ("vars", c => new VariableProviderValue(c.File.Vars)), ("cli_vars", c => new DictValue(c.Invocation.Settings.Vars)),
            ("args", c => c.Invocation.Flags), ("dependencies", c => c.Dependencies()),
            ("profile_name", c => Of(c.Profile.ProfileName)), ("target_name", c => Of(c.Profile.TargetName)),
            ("threads", c => Of(c.Profile.Threads)), ("credentials", c => c.Profile.Target),
        ]);

    public override string TypeName => "RuntimeConfig";

    public override IEnumerable<string> MemberNames => Members.Names;

    private InvocationContext Invocation { get; } = invocation;

    private ProjectFile File { get; } = file;

    private ConnectionProfile Profile => Invocation.Project.Profile;

    public override Value? GetAttribute(string name) => Members.Bind(this, name);

    public override string Repr() => $"<RuntimeConfig {File.Name}>";

    private DictValue Tree(string resourceType) => File.ConfigTrees.TryGetValue(resourceType, out YamlMapping? tree) ? YamlValues.ToDict(tree) : new DictValue();

    /// <summary>Every package's, the root project's and the `dbt` library's among them.</summary>
    private DictValue Dependencies() => new(
        Invocation.Project.Packages.Values
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create<string, Value>(p.Name, new RuntimeConfigValue(Invocation, p))));

    private static ListValue RequiredVersions(ProjectFile file) => file.RequireDbtVersion switch
    {
        null => List(),
        YamlSequence several => List(several.Items.Select(YamlValues.ToValue)),
        { } one => List(YamlValues.ToValue(one)),
    };

    private static ListValue Dispatch(ProjectFile file) => List(file.Dispatch.Select(d => (Value)new DictValue(
    [
        new("macro_namespace", Of(d.Key)), new("search_order", Texts(d.Value)),
    ])));

    private static ListValue Sources(ImmutableArray<SourceText> texts) => Texts(texts.Select(t => t.Content));

    private static ListValue Texts(IEnumerable<string> texts) => List(texts.Select(t => Of(t)));
}
