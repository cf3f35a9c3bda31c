using System.Collections.Concurrent;
using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Loading;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>What the steps of one resolution share: the sources, the context, and the list of mistakes, which any thread may add to.</summary>
internal sealed class ResolutionSession
{
    private readonly ConcurrentQueue<Diagnostic> reported = new();

    public ResolutionSession(ProjectSources sources)
    {
        Sources = sources;
        ProjectFile root = sources.Root.Project;
        Project = new ProjectContext
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
        Macros = new MacroRegistry(
            sources.Packages.SelectMany(p => p.Macros),
            [.. sources.Packages.Select(p => p.Project.Name).Where(n => n != MacroRegistry.InternalPackage)]);
        Scope = new DeclarationScope { Project = Project, Macros = Macros };
    }

    public ProjectSources Sources { get; }

    public ProjectContext Project { get; }

    public MacroRegistry Macros { get; }

    public DeclarationScope Scope { get; }

    /// <summary>Everything reported, by file and position, each mistake once, whatever the order in which threads came upon them.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => reported.IsEmpty ? [] :
    [
        .. reported
            .Select(d => (Diagnostic: d, Place: d.Location?.InFile))
            .OrderBy(d => d.Place?.Text.Path ?? "", StringComparer.Ordinal)
            .ThenBy(d => d.Place?.Span.Start ?? 0)
            .ThenBy(d => d.Diagnostic.Code.Number)
            .ThenBy(d => d.Diagnostic.Message, StringComparer.Ordinal)
            .Select(d => d.Diagnostic)
            .DistinctBy(d => (d.Code, d.Location, d.Message)),
    ];

    public void Report(Diagnostic diagnostic) => reported.Enqueue(diagnostic);

    public void Report(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            reported.Enqueue(diagnostic);
        }
    }
}
