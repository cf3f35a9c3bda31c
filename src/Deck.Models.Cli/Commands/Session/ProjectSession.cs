using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Files;
using Deck.Models.Engine;
using Deck.Models.Engine.Loading;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>A project that was found and read: what every command but init starts from.</summary>
internal sealed class ProjectSession
{
    private ProjectSession(CliHost host, string folder, ProjectSources sources)
    {
        Host = host;
        Folder = folder;
        Sources = sources;
    }

    public CliHost Host { get; }

    /// <summary>The project's folder, absolute.</summary>
    public string Folder { get; }

    public ProjectSources Sources { get; }

    public InvocationSettings Settings => Sources.Settings;

    public bool IsQuiet => Settings.Flags.TryGetValue("quiet", out var quiet) && quiet.IsTrue;

    /// <summary>Finds the project, reads its files and its connection; nothing is rendered or connected yet.</summary>
    /// <param name="command">The command's name as dbt writes it into artifacts.</param>
    public static Checked<ProjectSession> Open(CliHost host, GlobalOptions options, string command)
    {
        if (!ProjectLocator.TryFind(host, options.ProjectDir, out string? folder))
        {
            return Check.Failed<ProjectSession>(NoProject(options.ProjectDir));
        }

        options.Flags.FallBackOn(ProjectFlags.Read(folder));
        if (options.Flags.FindMistakes().ToArray() is { Length: > 0 } mistakes)
        {
            return Check.Failed<ProjectSession>(mistakes);
        }

        Checked<InvocationSettings> settings = SettingsFactory.Create(host, options, command, folder);
        if (!settings.Succeeded(out InvocationSettings? ready))
        {
            return Check.Failed<ProjectSession>(settings.Diagnostics);
        }

        Checked<ProjectSources> loaded = ProjectLoader.Load(new DiskProjectFiles(folder), ready);
        IEnumerable<Diagnostic> diagnostics = Strictness.Apply(ready, [.. settings.Diagnostics, .. loaded.Diagnostics]);
        return loaded.Value is { } sources
            ? Check.Ok(new ProjectSession(host, folder, sources), diagnostics)
            : Check.Failed<ProjectSession>(diagnostics);
    }

    private static Diagnostic NoProject(string? named) => named is null
        ? Diagnostic.Error(CliCodes.NoProject, "neither this folder nor one above it holds a `project.yml` or `dbt_project.yml`")
            .WithHint("run the command inside a project, or name one with --project-dir")
            .WithHint("`deckmodel init NAME` starts a new project")
        : Diagnostic.Error(CliCodes.NoProject, $"the folder `{named}` holds no `project.yml` or `dbt_project.yml`");
}
