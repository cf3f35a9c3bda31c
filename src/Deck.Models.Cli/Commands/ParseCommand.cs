using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Resolution;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel parse`: reads and resolves the project, reports every mistake, writes manifest.json; no database is needed.</summary>
internal sealed class ParseCommand : Command
{
    public override string Name => "parse";

    public override string Summary => "Read the project, report every mistake, write manifest.json. Needs no database.";

    public override string Examples => """
        deckmodel parse             check the project's files
        deckmodel parse --strict    warnings and deprecated spellings count as errors
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions options = new(command, host);
        return _ => Task.FromResult(Parse(host, options));
    }

    private static int Parse(CliHost host, GlobalOptions options)
    {
        if (SessionOpener.Resolve(host, options, "parse") is not var (session, manifest))
        {
            return ExitCodes.Unusable;
        }

        TargetFolder target = TargetFolder.Of(session, options);
        target.WriteManifest(manifest);
        if (!options.Quiet)
        {
            double seconds = (host.Clock.GetUtcNow() - session.Settings.StartedAt).TotalSeconds;
            host.Announcer.Say(FormattableString.Invariant($"{Count(manifest)} in {seconds:0.00}s; wrote {target.ShownPath}/manifest.json"));
        }

        return ExitCodes.Success;
    }

    private static string Count(Manifest manifest) => string.Join(", ", manifest.Nodes
        .GroupBy(n => n.ResourceType)
        .OrderBy(g => g.Key)
        .Select(g => RunHeading.Count(g.Count(), g.Key)));
}
