using System.Collections.Immutable;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution.Configs;
using Deck.Models.Engine.Resolution.Functions;
using Deck.Models.Engine.Resolution.Names;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Engine.Resolution.References;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Engine.Resolution.Tests;
using Deck.Models.Engine.Resolution.UnitTests;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>Resolves a project: declares every text, merges configs, names relations, finds what references mean, and closes the graph.</summary>
public static class ManifestBuilder
{
    /// <summary>
    /// The manifest with everything there is to say about the project, in the order of files and places. With errors the manifest is
    /// missing only where the graph could not be closed (a cycle, two nodes of one id).
    /// </summary>
    public static Checked<Manifest> Build(ProjectSources sources) => Build(sources, new SessionReads());

    /// <param name="reads">Learns what the texts ask for beyond the project's files.</param>
    internal static Checked<Manifest> Build(ProjectSources sources, SessionReads reads)
    {
        if (sources.Uninstalled is { } uninstalled)
        {
            return Check.Failed<Manifest>(uninstalled);
        }

        ResolutionSession session = new(sources, reads);
        ImmutableArray<NodeDraft> drafts = Draft(session);
        session.Report(NameCheck.FindDuplicates(drafts));
        session.Report(NameCheck.FindSameRelations(drafts));
        session.Report(NameCheck.FindTooLong(drafts));
        GroupCheck.Check(drafts, session);
        ResolvedGraph graph = ResolvedGraph.Close(drafts, session);
        session.Report(graph.Cycles);
        if (!graph.Cycles.IsEmpty)
        {
            return Check.Failed<Manifest>(session.Diagnostics);
        }

        Manifest manifest = graph.ToManifest(session);
        session.Report(SemanticCheck.Find(manifest));
        session.Report(FindLostDispatches(session));
        session.Report(MacroAnnotationCheck.Find(session));
        session.Report(DeprecationCheck.Find(manifest, reads));
        session.Report(UnusedConfigCheck.Find(manifest, sources.Root.Project));
        return Check.Ok(manifest, session.Diagnostics);
    }

    private static IEnumerable<Diagnostic> FindLostDispatches(ResolutionSession session)
    {
        Macro[] macros = [.. session.Macros.All.Where(m => m.PackageName != MacroRegistry.InternalPackage)];
        Diagnostic[][] lost = new Diagnostic[macros.Length][];
        Parallel.For(0, macros.Length, i => lost[i] = [.. MacroDependencies.FindLost(macros[i], session.Scope)]);
        return lost.SelectMany(d => d);
    }

    private static ImmutableArray<NodeDraft> Draft(ResolutionSession session)
    {
        PropertiesIndex properties = PropertiesIndex.Build(session);
        DraftCompletion completion = new(session);
        ImmutableArray<NodeDraft> files = FunctionDrafts.Complete(BorrowedProperties.Lend(FileDrafts.Create(session, properties), properties, completion.Configs), session);
        DescribedResources.Check(properties, files, session);
        ImmutableArray<SourceDraft> sources = new SourceDrafts(session, completion).Create();
        ImmutableArray<NodeDraft> tests = new GenericTestDrafts(session).Create(
        [
            .. new DescribedTests(session).Find(properties, files),
            .. sources.SelectMany(s => s.Tests),
        ]);
        ImmutableArray<NodeDraft> completed = completion.Complete([.. files, .. tests]);
        return
        [
            .. completed,
            .. sources.Select(s => s.Node),
            .. new ExposureDrafts(session, completion).Create(),
            .. SemanticDrafts.Create(session, completion, completed),
            .. new UnitTestDrafts(session, completion).Create(files),
            .. OperationDrafts.Create(session, completion.Configs),
        ];
    }
}
