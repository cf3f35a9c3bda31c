using System.Collections.Concurrent;
using System.Collections.Immutable;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Loading;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>What the steps of one resolution share: the sources, the context, and the list of mistakes, which any thread may add to.</summary>
internal sealed class ResolutionSession
{
    private readonly ConcurrentQueue<Diagnostic> reported = new();

    /// <param name="reads">Learns what the texts ask for beyond the project's files.</param>
    public ResolutionSession(ProjectSources sources, SessionReads reads)
    {
        Sources = sources;
        Project = ProjectContext.Of(sources);
        Macros = MacroRegistry.Of(sources);
        Scope = new DeclarationScope { Project = Project, Macros = Macros, Reads = reads, Kept = reads.Kept.DeclarationsFor(Project, Macros) };
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
            .ThenBy(d => string.Join(' ', d.Diagnostic.Related.Select(r => r.Location)), StringComparer.Ordinal)
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
