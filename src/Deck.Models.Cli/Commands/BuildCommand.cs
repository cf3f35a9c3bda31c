using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel build`: seeds, functions, models and tests in one dependency order; a failed test holds back what is downstream of it.</summary>
internal sealed class BuildCommand : PlanCommand
{
    public override string Name => "build";

    public override string Summary => "Load seeds, make functions, build models and test them, in dependency order.";

    public override string Examples => """
        deckmodel build                                  everything
        deckmodel build --select +user_segmentation      a model with all that it needs, and their tests
        deckmodel build --target ci --fail-fast          the gate of a pull request
        """;

    protected override ImmutableArray<ResourceType> Types { get; } =
    [
        ResourceType.Seed, ResourceType.Model, ResourceType.Snapshot, ResourceType.Test, ResourceType.UnitTest, ResourceType.Exposure, ResourceType.SavedQuery,
        ResourceType.Function,
    ];

    protected override Func<SelectedNodes, CancellationToken, Task<int>> ConfigureEnd(CommandLineApplication command, FlagReader flags)
    {
        flags.Declare("export_saved_queries", "--export-saved-queries", "Export saved queries; that takes dbt's own platform, so nothing is written here.", negatable: true);
        flags.Accept(CommandOptionType.NoValue, "--include-saved-query", "--no-include-saved-query", "--show");
        return (selected, _) =>
        {
            if (flags.IsOn("export_saved_queries") && selected.Nodes.Any(n => n is SavedQueryNode { Definition.Exports.IsEmpty: false }))
            {
                DiagnosticPrinter.Print(selected.Session.Host.Error, Diagnostic.Notice(CliCodes.NotExported, "no saved query was exported: only dbt's own platform writes exports"));
            }

            return Task.FromResult(ExitCodes.Success);
        };
    }
}
