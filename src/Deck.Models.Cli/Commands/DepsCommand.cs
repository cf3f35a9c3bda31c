using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Packages;
using Deck.Models.Engine.Packages.Editing;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel deps`: installs the packages that packages.yml or dependencies.yml asks for, at the versions of package-lock.yml.</summary>
internal sealed class DepsCommand : Command
{
    public override string Name => "deps";

    public override string Summary => "Install the packages of packages.yml, as package-lock.yml has them.";

    public override string Examples => """
        deckmodel deps                                            install what packages.yml asks for
        deckmodel deps --upgrade                                  choose the newest versions that fit, and lock them
        deckmodel deps --lock                                     write package-lock.yml only
        deckmodel deps --add-package dbt-labs/dbt_utils@1.3.0     add a package to packages.yml, then install
        deckmodel deps --add-package "dbt-labs/dbt_utils@>=1.0.0,<2.0.0"
        deckmodel deps --add-package https://host/repo.git@v1.2 --source git
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions options = new(command, host);
        CommandOption isLockOnly = command.Option("--lock", "Write package-lock.yml without installing.", CommandOptionType.NoValue);
        CommandOption isUpgrade = command.Option("--upgrade", "Choose versions anew, though package-lock.yml fits packages.yml.", CommandOptionType.NoValue);
        CommandOption added = command.Option("--add-package <NAME@VERSION>", "Add a package to packages.yml; one of that name is replaced.", CommandOptionType.SingleValue);
        CommandOption source = command.Option("--source <SOURCE>", "hub (default), git or local: what --add-package names.", CommandOptionType.SingleValue).Of(OptionRule.OneOf("hub", "git", "local"));
        return cancellation =>
        {
            NewPackage? package = added.Value() is { Length: > 0 } text ? NewPackage.Parse(text, source.Value() ?? "hub") : null;
            return RunAsync(host, options, new DepsRequest(isLockOnly.HasValue(), isUpgrade.HasValue(), package), cancellation);
        };
    }

    private static async Task<int> RunAsync(CliHost host, GlobalOptions options, DepsRequest request, CancellationToken cancellation)
    {
        if (request.Added is { Version: null, Source: not "local" } unversioned)
        {
            host.Announcer.Print(Diagnostic.Error(CliCodes.BadUsage, $"`--add-package {unversioned.Name}` needs a version").WithHint($"write it as {unversioned.Name}@1.0.0"));
            return ExitCodes.Unusable;
        }

        if (SessionOpener.Report(host, options.Quiet, ProjectInvocation.Find(host, options, "deps")) is not { } project)
        {
            return ExitCodes.Unusable;
        }

        using DepsRun? run = DepsRun.Open(host, options, project);
        return run is not null && await run.RunAsync(request, cancellation) ? ExitCodes.Success : ExitCodes.Unusable;
    }
}
