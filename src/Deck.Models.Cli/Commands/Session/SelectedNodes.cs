using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Compilation.Context.References;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>The nodes that a command was asked to work on, in their project.</summary>
internal sealed record SelectedNodes(ProjectSession Session, Manifest Manifest, NodeSet Nodes)
{
    /// <summary>`--defer`, or null.</summary>
    public Deferral? Deferral { get; init; }

    /// <summary>A compilation of nodes one by one, outside of a run.</summary>
    public CompilationSession Compilation() => new(Manifest) { Clock = Session.Host.Clock, Deferral = Deferral };

    /// <summary>Opens the project and evaluates the selection; null after a report where that is not possible.</summary>
    /// <param name="types">The types that the command works on.</param>
    public static SelectedNodes? Open(ResolvedProject? project, SelectionOptions selection, params ImmutableArray<ResourceType> types) =>
        project is { } found
        && NodeSelection.Select(found.Session, found.Manifest, selection, types) is { } nodes
        && EarlierRun.TryDefer(found.Session, selection.State.Deferral, out Deferral? deferral)
            ? new SelectedNodes(found.Session, found.Manifest, nodes) { Deferral = deferral }
            : null;
}
