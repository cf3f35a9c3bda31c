using System.Collections.Concurrent;
using Deck.Models.Engine.Compilation.Context.Runtime;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>What the scopes of all nodes share in one phase of an invocation: made once, read by many threads.</summary>
internal sealed class InvocationContext
{
    /// <summary>The path of texts that are no files.</summary>
    public const string SyntheticPath = "<string>";

    /// <summary>dbt's flag by which a test's `sql_header` counts.</summary>
    public const string TestHeaders = "require_sql_header_in_test_configs";

    private readonly Lazy<IReadOnlyDictionary<string, Value>> functions;
    private readonly Lazy<FlagsValue> flags;
    private readonly Lazy<RuntimeConfigValue> runtimeConfig;
    private readonly ConcurrentDictionary<string, Checked<Template>> templates = new(StringComparer.Ordinal);

    public InvocationContext(ProjectContext project, MacroRegistry macros, TimeProvider clock)
    {
        Project = project;
        Macros = macros;
        Clock = clock;
        functions = new Lazy<IReadOnlyDictionary<string, Value>>(() => GlobalFunctions.Dbt(clock));
        flags = new Lazy<FlagsValue>(() => new FlagsValue(project.Settings with { Flags = project.Settings.Flags.SetItem(TestHeaders, Value.Of(project.IsFlagOn(TestHeaders, otherwise: false))) }));
        runtimeConfig = new Lazy<RuntimeConfigValue>(() => new RuntimeConfigValue(this, project.Packages[project.ProjectName]));
    }

    public ProjectContext Project { get; }

    public MacroRegistry Macros { get; }

    public TimeProvider Clock { get; }

    public InvocationSettings Settings => Project.Settings;

    /// <summary>dbt's functions that need no node: `tojson`, `zip`, `modules`, ….</summary>
    public IReadOnlyDictionary<string, Value> Functions => functions.Value;

    public FlagsValue Flags => flags.Value;

    /// <summary>The root project's configuration, `builtins.ref.config`.</summary>
    public RuntimeConfigValue RuntimeConfig => runtimeConfig.Value;

    /// <summary>Parses a text that is no file, such as a variable's value; equal texts are parsed once.</summary>
    public Checked<Template> Parse(string text) =>
        templates.GetOrAdd(text, static t => TemplateParser.Parse(new SourceText(SyntheticPath, t), TemplateDialect.Dbt));
}
