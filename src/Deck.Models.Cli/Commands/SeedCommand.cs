using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Console.Results;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel seed`: loads seeds, and shows some of their rows where asked to.</summary>
internal sealed class SeedCommand : PlanCommand
{
    private const int ShownRows = 10;

    public override string Name => "seed";

    public override string Summary => "Load CSV seeds into tables by COPY.";

    public override string Examples => """
        deckmodel seed                                   all seeds
        deckmodel seed --select users --full-refresh     one, its table made anew
        deckmodel seed --select users --show             one, with its first rows
        deckmodel seed --skip-unchanged-seeds            those that are not in the database as they are here
        """;

    protected override ImmutableArray<ResourceType> Types { get; } = [ResourceType.Seed];

    protected override Func<SelectedNodes, CancellationToken, Task<int>> ConfigureEnd(CommandLineApplication command, FlagReader flags)
    {
        CommandOption show = command.Option("--show", "Print the first rows of each seed that was loaded.", CommandOptionType.NoValue);
        return (selected, cancellation) => show.HasValue() ? ShowAsync(selected, cancellation) : Task.FromResult(ExitCodes.Success);
    }

    private static Task<int> ShowAsync(SelectedNodes selected, CancellationToken cancellation) => ConnectedDatabase.UseAsync(
        selected.Session,
        async database =>
        {
            await using IDatabaseSession reader = await database.OpenSessionAsync(cancellation);
            return await PrintAsync(selected, new CompilationScope { Session = selected.Compilation(), Introspection = reader, Cancellation = cancellation });
        },
        cancellation);

    private static async Task<int> PrintAsync(SelectedNodes selected, CompilationScope scope)
    {
        CliHost host = selected.Session.Host;
        foreach (SeedNode seed in selected.Nodes.OfType<SeedNode>())
        {
            Checked<ShownNode> shown = await NodeQuery.RunAsync(seed, scope, ShownRows);
            host.Out.WriteLine($"{NodeLine.SubjectOf(seed)}:");
            ResultPrinter.Print(host.Out, shown.Value?.Results ?? [], ResultFormat.Table);
            host.Announcer.Print(shown.Diagnostics);
        }

        return ExitCodes.Success;
    }
}
