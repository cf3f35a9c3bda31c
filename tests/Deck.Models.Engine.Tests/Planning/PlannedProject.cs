using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Testing.Cases;
using Deck.Models.Testing.Files;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Planning;

/// <summary>A small project for one command: its plan, its compiled nodes, its runs.</summary>
internal sealed class PlannedProject(Manifest manifest) : IRunObserver
{
    public Manifest Manifest => manifest;

    public List<RunEvent> Events { get; } = [];

    public RunServices Services { get; init; } = new() { Compilation = new CompilationSession(manifest), Files = new InMemoryProjectFiles() };

    public static PlannedProject Of(string command, params (string Path, string Content)[] files) => Of(SmallProject.Settings() with { Command = command }, files);

    public static PlannedProject Of(InvocationSettings settings, params (string Path, string Content)[] files)
    {
        Checked<Manifest> resolved = SmallProject.Resolve(SmallProject.Files(files), settings);
        Assert.That(DiagnosticList.Format(resolved.Diagnostics), Is.Empty);
        return new PlannedProject(resolved.Value!);
    }

    public Node Find(string name) => manifest.Nodes.FirstOrDefault(n => n.Name == name)
        ?? throw new AssertionException($"no node {name} among {string.Join(", ", manifest.Nodes.Select(n => n.Name))}");

    public Checked<RunPlan> TryPlan(Catalog? catalog = null, params string[] names) =>
        Planner.Plan(manifest, names.Length == 0 ? NodeSet.All(manifest) : NodeSet.Where(manifest, n => names.Contains(n.Name)), catalog ?? new Catalog(["analytics"], []));

    public RunPlan Plan(Catalog? catalog = null, params string[] names)
    {
        Checked<RunPlan> planned = TryPlan(catalog, names);
        Assert.That(DiagnosticList.Format(planned.Diagnostics), Is.Empty);
        return planned.Value!;
    }

    public CompiledModel Compile(string name)
    {
        Checked<CompiledModel> compiled = Services.Compile(Find(name), new CompilationScope { Session = Services.Compilation, Observer = this });
        Assert.That(DiagnosticList.Format(compiled.Diagnostics), Is.Empty);
        return compiled.Value!;
    }

    public Task<RunResult> RunAsync(IDatabase database, CancellationToken cancellation = default) =>
        new PlanRunner(Services).RunAsync(Plan(), database, this, cancellation);

    public void OnEvent(RunEvent happened) => Events.Add(happened);
}
