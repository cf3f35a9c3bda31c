using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Compilation.Context.References;
using Deck.Models.Engine.Selection;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel retry`: runs what failed or was skipped in the run before, with its command and flags.</summary>
internal sealed class RetryCommand : Command
{
    private static readonly string[] Retried = ["build", "run", "test", "seed", "snapshot", "clone", "run-operation"];

    public override string Name => "retry";

    public override string Summary => "Run what failed or was skipped in the run before, with its flags.";

    public override string Examples => """
        deckmodel retry                           after a failed build, run, test or seed
        deckmodel retry --threads 1               flags that are given win over the run's own
        deckmodel retry --state last-artifacts    the run whose run_results.json is in that folder
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions global = new(command, host);
        RunOptions run = new(global.Flags, buildsModels: true);
        CommandOption state = command.Option("--state <FOLDER>", "Folder with run_results.json (default: the target folder).", CommandOptionType.SingleValue);
        return cancellation => RetryAsync(host, global, new RetryRequest(run, global.Flags.Text(state, "state")), cancellation);
    }

    private static async Task<int> RetryAsync(CliHost host, GlobalOptions global, RetryRequest request, CancellationToken cancellation)
    {
        if (FindPrevious(host, global, request.StateFolder) is not { } previous)
        {
            return ExitCodes.Unusable;
        }

        if (previous.Unfinished.Count == 0)
        {
            host.Announcer.Print(Diagnostic.Warning(CliCodes.NothingSelected, "nothing to retry: nothing failed in the run before"));
            return ExitCodes.Success;
        }

        global.Flags.FallBackOn(previous.Flags);
        if (OperationRequest.Of(previous.Flags) is { } operation)
        {
            return await OperationRun.RunAsync(host, global, operation, cancellation);
        }

        if (SessionOpener.Resolve(host, global, previous.Command) is not var (session, manifest) || !EarlierRun.TryDefer(session, DeferralOf(previous, global), out Deferral? deferral))
        {
            return ExitCodes.Unusable;
        }

        NodeSet nodes = new(manifest, Enumerable.Range(0, manifest.Nodes.Length).Where(i => previous.Unfinished.Contains(manifest.Nodes[i].Id)));
        return await new RunPipeline(session, manifest, global) { IsDry = request.Run.DryRun, Retried = previous, Deferral = deferral }.RunAsync(nodes, cancellation);
    }

    /// <summary>The state is the one of the run before: `--state` of `retry` names that run's own results.</summary>
    private static DeferralRequest DeferralOf(PreviousRun previous, GlobalOptions global) =>
        new(previous.Flags.GetValueOrDefault("defer_state") ?? previous.Flags.GetValueOrDefault("state"), global.Flags.IsOn("defer"), global.Flags.IsOn("favor_state")) { IsNeeded = previous.Command == "clone" };

    /// <summary>The run before, after a report where there is none that can be retried.</summary>
    private static PreviousRun? FindPrevious(CliHost host, GlobalOptions global, string? stateFolder)
    {
        Checked<ProjectSession> opened = ProjectSession.Open(host, global, "retry");
        if (opened.Value is not { } session)
        {
            return SessionOpener.Report(host, global.Quiet, Check.Failed<PreviousRun>(opened.Diagnostics));
        }

        Checked<PreviousRun> read = stateFolder is { } state ? PreviousRun.Read(host.Resolve(state), state) : TargetFolder.Of(session, global).ReadRun();
        if (SessionOpener.Report(host, global.Quiet, read) is not { } previous)
        {
            return null;
        }

        if (!Retried.Contains(previous.Command))
        {
            host.Announcer.Print(Diagnostic.Error(CliCodes.NoPreviousRun, $"the run before was `{previous.Command}`, which cannot be retried"));
            return null;
        }

        return previous;
    }

    /// <summary>What `retry` was asked for.</summary>
    private sealed record RetryRequest(RunOptions Run, string? StateFolder);
}
