using NUnit.Framework;
using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Testing.Files;
using Deck.Models.Text;

namespace Deck.Models.Engine.Tests.Compilation;

/// <summary>A small project in memory, loaded and resolved, whose nodes can be compiled one by one.</summary>
internal sealed class CompiledProject
{
    private readonly CompilationSession session;

    private CompiledProject(Manifest manifest) => session = new CompilationSession(manifest);

    public Manifest Manifest => session.Manifest;

    public List<RunEvent> Events { get; } = [];

    public static CompiledProject Of(params (string Path, string Content)[] files) => Of(Resolve(files));

    public static CompiledProject Of(Checked<Manifest> resolved) =>
        resolved.Succeeded(out Manifest? manifest) ? new CompiledProject(manifest) : throw new AssertionException(Describe(resolved.Diagnostics));

    public static Checked<Manifest> Resolve(params (string Path, string Content)[] files)
    {
        InMemoryProjectFiles project = new InMemoryProjectFiles().With("dbt_project.yml", "name: shop\nversion: '1.0'\nprofile: shop\nmodel-paths: [models]\nvars: {limit: 7, nested: \"{{ 1 + 1 }}\"}\n");
        foreach ((string path, string content) in files)
        {
            project.With(path, content);
        }

        Checked<ProjectSources> loaded = ProjectLoader.Load(project, Settings());
        return loaded.Succeeded(out ProjectSources? sources) ? ManifestBuilder.Build(sources) : throw new AssertionException(Describe(loaded.Diagnostics));
    }

    public static InvocationSettings Settings() => new()
    {
        Command = "compile",
        StartedAt = new DateTimeOffset(2026, 3, 22, 12, 0, 0, TimeSpan.Zero),
        InvocationId = Guid.Parse("00000000-0000-4000-8000-000000000001"),
        DatabaseUrl = "postgres://me@localhost/db?schema=app",
    };

    public Node Find(string name) => Manifest.Nodes.FirstOrDefault(n => n.Name == name)
        ?? throw new AssertionException($"no node {name} among {string.Join(", ", Manifest.Nodes.Select(n => n.Name))}");

    public Checked<CompiledModel> Compile(string name, IIntrospection? introspection = null) => ModelCompiler.Compile(
        Find(name),
        new CompilationScope { Session = session, Introspection = introspection, Observer = new ListObserver(Events) });

    public string Sql(string name, IIntrospection? introspection = null)
    {
        Checked<CompiledModel> compiled = Compile(name, introspection);
        return compiled.Succeeded(out CompiledModel? model) ? model.Sql : throw new AssertionException(Describe(compiled.Diagnostics));
    }

    public string Error(string name, IIntrospection? introspection = null) => Describe(Compile(name, introspection).Diagnostics);

    public static string Describe(IEnumerable<Diagnostic> diagnostics) => string.Join("\n\n", diagnostics.Select(DiagnosticFormatter.Format));

    /// <summary>Keeps every event.</summary>
    private sealed class ListObserver(List<RunEvent> events) : IRunObserver
    {
        public void OnEvent(RunEvent happened) => events.Add(happened);
    }
}
