using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel clean`: deletes the project's `clean-targets`. Nothing outside the project, nothing that holds its sources.</summary>
internal sealed class CleanCommand : Command
{
    public override string Name => "clean";

    public override string Summary => "Delete the folders of `clean-targets`: artifacts and logs; or what interrupted runs left in the database.";

    public override string Examples => """
        deckmodel clean                         delete target/ and whatever else the project file names
        deckmodel clean --database --dry-run    list what interrupted runs of dbt left in the database
        deckmodel clean --database              drop it
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions options = new(command, host);
        options.Flags.Accept(CommandOptionType.NoValue, "--clean-project-files-only", "--no-clean-project-files-only");
        CommandOption database = command.Option("--database", "Drop relations that interrupted runs left beside the project's, under dbt's temporary names; no folders.", CommandOptionType.NoValue);
        CommandOption dry = command.Option("--dry-run", "With --database: list them; change nothing.", CommandOptionType.NoValue);
        return async cancellation =>
        {
            if (database.HasValue())
            {
                return SessionOpener.Resolve(host, options, "clean") is { } project ? await DatabaseCleaning.RunAsync(project, dry.HasValue(), cancellation) : ExitCodes.Unusable;
            }

            return SessionOpener.Open(host, options, "clean") is { } session ? Clean(host, session, options.Quiet) : ExitCodes.Unusable;
        };
    }

    private static int Clean(CliHost host, ProjectSession session, bool quiet)
    {
        int code = ExitCodes.Success;
        foreach (string target in session.Sources.Root.Project.CleanTargets)
        {
            string folder = Path.GetFullPath(target, session.Folder);
            if (!IsSafe(session, folder))
            {
                code = ExitCodes.Unusable;
                host.Announcer.Print(Diagnostic.Error(CliCodes.UnsafeClean, $"`{target}` is not deleted: it is outside the project or holds its sources")
                    .WithHint("take it out of `clean-targets`"));
            }
            else if (Directory.Exists(folder))
            {
                FileException.Guard(folder, () => { Directory.Delete(folder, recursive: true); return folder; });
                if (!quiet)
                {
                    host.Announcer.Say($"Deleted {target}/");
                }
            }
        }

        return code;
    }

    private static bool IsSafe(ProjectSession session, string folder)
    {
        var project = session.Sources.Root.Project;
        string[] sources = [.. project.ModelPaths, .. project.SeedPaths, .. project.TestPaths, .. project.MacroPaths, .. project.AnalysisPaths, .. project.SnapshotPaths, "."];
        bool inside = folder.StartsWith(session.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return inside && !sources.Any(s => Covers(folder, Path.GetFullPath(s, session.Folder)));
    }

    private static bool Covers(string folder, string source) =>
        source == folder || source.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
