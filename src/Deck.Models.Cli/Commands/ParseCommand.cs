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
        if (SessionOpener.Resolve(host, options, "parse") is not { } project)
        {
            return ExitCodes.Unusable;
        }

        TargetFolder target = TargetFolder.Of(project.Session, options);
        ManifestNote note = project.NoteIn(target);
        bool isCurrent = note.IsCurrent();
        if (!isCurrent)
        {
            target.WriteManifest(project.Manifest, note);
        }

        if (!options.Quiet)
        {
            double seconds = (host.Clock.GetUtcNow() - project.Session.Settings.StartedAt).TotalSeconds;
            string file = $"{target.ShownPath}/manifest.json";
            host.Announcer.Say(FormattableString.Invariant($"{Count(project)} in {seconds:0.00}s; {(isCurrent ? $"{file} is up to date" : $"wrote {file}")}"));
        }

        return ExitCodes.Success;
    }

    private static string Count(ResolvedProject project) => string.Join(", ", Enum.GetValues<ResourceType>()
        .Where(type => project.Count(type) > 0)
        .Select(type => RunHeading.Count(project.Count(type), type)));
}
