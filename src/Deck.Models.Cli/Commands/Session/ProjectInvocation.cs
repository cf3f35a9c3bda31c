using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Engine;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>A project that was found, none of its files read but its flags: what a command starts from that needs no connection.</summary>
/// <param name="Folder">The project's folder, absolute.</param>
internal sealed record ProjectInvocation(string Folder, InvocationSettings Settings)
{
    /// <param name="command">The command's name as dbt writes it into artifacts.</param>
    public static Checked<ProjectInvocation> Find(CliHost host, GlobalOptions options, string command)
    {
        bool found = ProjectLocator.TryFind(host, options.ProjectDir, out string? folder);
        options.Flags.FallBackOn(found && folder is not null ? ProjectFlags.Read(folder) : []);
        if (ObservedRun.IsJson(options))
        {
            host.Announcer.UseJson();
        }

        if (!found || folder is null)
        {
            return Check.Failed<ProjectInvocation>(NoProject(options.ProjectDir));
        }

        if (options.Flags.FindMistakes().ToArray() is { Length: > 0 } mistakes)
        {
            return Check.Failed<ProjectInvocation>(mistakes);
        }

        Checked<InvocationSettings> settings = SettingsFactory.Create(host, options, command, folder);
        return settings.Value is { } ready
            ? Check.Ok(new ProjectInvocation(folder, ready), settings.Diagnostics)
            : Check.Failed<ProjectInvocation>(settings.Diagnostics);
    }

    private static Diagnostic NoProject(string? named) => named is null
        ? Diagnostic.Error(CliCodes.NoProject, "neither this folder nor one above it holds a `project.yml` or `dbt_project.yml`")
            .WithHint("run the command inside a project, or name one with --project-dir")
            .WithHint("`deckmodel init NAME` starts a new project")
        : Diagnostic.Error(CliCodes.NoProject, $"the folder `{named}` holds no `project.yml` or `dbt_project.yml`");
}
