using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Engine;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>A project that was found and read: what every command but init starts from.</summary>
internal sealed class ProjectSession
{
    public ProjectSession(CliHost host, string folder, ProjectSources sources)
    {
        Host = host;
        Folder = folder;
        Files = new DiskProjectFiles(folder);
        Sources = sources;
    }

    public CliHost Host { get; }

    /// <summary>The project's folder, absolute.</summary>
    public string Folder { get; }

    public ProjectSources Sources { get; }

    public IProjectFiles Files { get; }

    public InvocationSettings Settings => Sources.Settings;

    /// <summary>How often a question to the database is asked again.</summary>
    public RetryPolicy Retries => new(Sources.Profile.Retries, Host.Clock);

    public bool IsQuiet => Settings.Flags.TryGetValue("quiet", out var quiet) && quiet.IsTrue;

    /// <summary>Prints what a stage has to say, warnings as the flags want them, and gives its value, or null where there is an error.</summary>
    public T? Report<T>(Checked<T> outcome)
        where T : class
    {
        IEnumerable<Diagnostic> diagnostics = Settings.Warnings.Apply(outcome.Diagnostics);
        return SessionOpener.Report(Host, IsQuiet, outcome.Value is { } value ? Check.Ok(value, diagnostics) : Check.Failed<T>(diagnostics));
    }

    /// <summary>Tells that there is nothing to do; gives the exit code.</summary>
    public int ReportNothing(Diagnostic warning)
    {
        Diagnostic[] told = [.. Settings.Warnings.Apply([warning])];
        Host.Announcer.Print(told);
        return told.Any(d => d.Severity == Severity.Error) ? ExitCodes.Unusable : ExitCodes.Success;
    }

    /// <summary>Finds the project, reads its files and its connection; nothing is rendered or connected yet.</summary>
    /// <param name="command">The command's name as dbt writes it into artifacts.</param>
    public static Checked<ProjectSession> Open(CliHost host, GlobalOptions options, string command)
    {
        Checked<ProjectInvocation> invocation = ProjectInvocation.Find(host, options, command);
        if (!invocation.Succeeded(out ProjectInvocation? found))
        {
            return Check.Failed<ProjectSession>(invocation.Diagnostics);
        }

        Checked<ProjectSources> loaded = ProjectLoader.Load(new DiskProjectFiles(found.Folder), found.Settings);
        IEnumerable<Diagnostic> diagnostics = found.Settings.Warnings.Apply([.. invocation.Diagnostics, .. loaded.Diagnostics]);
        return loaded.Value is { } sources
            ? Check.Ok(new ProjectSession(host, found.Folder, sources), diagnostics)
            : Check.Failed<ProjectSession>(diagnostics);
    }
}
