using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Engine.Selection.Selectors;
using Deck.Models.Engine.Selection.State;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>Evaluates a command's selection flags on the manifest.</summary>
internal static class NodeSelection
{
    /// <param name="types">The types that the command works on.</param>
    public static NodeSet? Select(ProjectSession session, Manifest manifest, SelectionOptions options, params ImmutableArray<ResourceType> types)
    {
        if (ReadSelectors(session) is not { } selectors || !EarlierRun.TryRead(session, options.State.Folder, out PreviousState? state))
        {
            return null;
        }

        Checked<SelectionSpec> parsed = SelectionParser.Parse(new SelectionArguments
        {
            Select = options.Select,
            Exclude = options.Exclude,
            Selector = options.Selector,
            Selectors = selectors,
            IndirectSelection = options.IndirectSelection,
            ResourceTypes = options.ResourceTypes,
            ExcludeResourceTypes = options.ExcludedResourceTypes,
            CommandTypes = types,
        });
        return session.Report(parsed) is { } spec
            ? session.Report(Selector.Select(manifest, spec, state))
            : null;
    }

    private static SelectorList? ReadSelectors(ProjectSession session) => session.Sources.Selectors is { } file
        ? session.Report(SelectorReader.Read(file))
        : SelectorList.Empty;
}
