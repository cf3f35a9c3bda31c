using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Console;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>Evaluates a command's selection flags on the manifest.</summary>
internal static class NodeSelection
{
    /// <param name="types">The types that the command works on.</param>
    public static NodeSet? Select(ProjectSession session, Manifest manifest, SelectionOptions options, params ImmutableArray<ResourceType> types)
    {
        if (options.Selector is { } selector)
        {
            DiagnosticPrinter.Print(session.Host.Error, Diagnostic.Error(CliCodes.BadUsage, $"selectors.yml is not read yet, so `--selector {selector}` selects nothing")
                .WithHint("write its definition out with --select and --exclude"));
            return null;
        }

        Checked<SelectionSpec> parsed = SelectionParser.Parse(new SelectionArguments
        {
            Select = options.Select,
            Exclude = options.Exclude,
            IndirectSelection = options.IndirectSelection,
            ResourceTypes = options.ResourceTypes,
            ExcludeResourceTypes = options.ExcludedResourceTypes,
            CommandTypes = types,
        });
        return SessionOpener.Report(session.Host, session.IsQuiet, parsed) is { } spec
            ? SessionOpener.Report(session.Host, session.IsQuiet, Selector.Select(manifest, spec))
            : null;
    }
}
