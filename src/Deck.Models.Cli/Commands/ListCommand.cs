using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel list`: prints the selected nodes.</summary>
internal sealed class ListCommand : Command
{
    private static readonly ImmutableArray<ResourceType> Listed = [.. Enum.GetValues<ResourceType>().Where(t => t != ResourceType.Operation)];

    public override string Name => "list";

    public override IReadOnlyList<string> Aliases => ["ls"];

    public override string Summary => "List the project's nodes, or the selected ones.";

    public override string Examples => """
        deckmodel list                                         everything
        deckmodel ls --select +user_segmentation --resource-type model
        deckmodel list --select tag:gold --output json --output-keys name depends_on
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions global = new(command, host);
        SelectionOptions selection = new(command, global.Flags);
        CommandOption output = command.Option("--output <FORMAT>", "selector (default), name, path or json.", CommandOptionType.SingleValue)
            .Of(OptionRule.OneOf("selector", "name", "path", "json"));
        CommandOption keys = command.Option("--output-keys <KEY>", "Keys of the JSON output; dots lead into dicts.", CommandOptionType.MultipleValue);
        return _ => Task.FromResult(List(host, global, selection, new ListOutput(output.Value() ?? "selector", KeysOf(keys))));
    }

    private static int List(CliHost host, GlobalOptions global, SelectionOptions selection, ListOutput output)
    {
        if (SelectedNodes.Open(SessionOpener.Resolve(host, global, "list"), selection, selection.HasModels ? [ResourceType.Model] : Listed) is not var (session, _, nodes))
        {
            return ExitCodes.Unusable;
        }

        if (nodes.Count == 0)
        {
            return session.ReportNothing(Diagnostic.Warning(CliCodes.NothingSelected with { WarningName = "NoNodesSelected" }, "no nodes selected"));
        }

        foreach (string line in Lines(nodes, output))
        {
            host.Announcer.Say(line);
        }

        return ExitCodes.Success;
    }

    /// <summary>dbt's order: by unique id within a type, models first.</summary>
    private static IEnumerable<string> Lines(NodeSet nodes, ListOutput output) =>
        nodes.OrderBy(n => n.ResourceType is ResourceType.Test or ResourceType.UnitTest).ThenBy(n => n.Id).Select(output.LineOf);

    private static ImmutableArray<string> KeysOf(CommandOption keys) =>
        [.. keys.Values.OfType<string>().SelectMany(k => k.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))];
}
