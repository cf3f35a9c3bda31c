using System.Collections.Immutable;
using System.Text;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Packages;
using Deck.Models.Engine.Packages.Editing;
using Deck.Models.Engine.Packages.Lock;
using Deck.Models.Engine.Packages.Requests;
using Deck.Models.Engine.Packages.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Packages;

/// <summary>One run of `deps`: read, resolve where the lock does not fit, write the lock, fetch everything, then put it in place.</summary>
internal sealed class DepsRun : IDisposable
{
    private readonly CliHost host;
    private readonly ProjectInvocation project;
    private readonly bool isQuiet;
    private readonly SecretMask mask;
    private readonly PackageProgress progress;
    private readonly PackageWorkshop workshop;
    private readonly PackageResolver resolver;

    private DepsRun(CliHost host, GlobalOptions options, ProjectInvocation project, PackageProject root)
    {
        this.host = host;
        this.project = project;
        isQuiet = options.Quiet;
        mask = new SecretMask(project.Settings.Environment);
        progress = new PackageProgress(host, options, mask);
        workshop = new PackageWorkshop(host, project, root, progress);
        bool checksVersions = options.Flags.IsOn("version_check", otherwise: true);
        resolver = new PackageResolver(new ResolutionSettings(project.Settings, root.Name, checksVersions), workshop.Store);
    }

    /// <summary>Reads the project file; null, after a report, where it cannot be used.</summary>
    public static DepsRun? Open(CliHost host, GlobalOptions options, ProjectInvocation project)
    {
        Checked<PackageProject> root = PackageProject.Read(new DiskProjectFiles(project.Folder), project.Settings);
        IEnumerable<Diagnostic> unusable = root.Value is { } read ? PackageWorkshop.Check(host, project, read) : [];
        Checked<PackageProject> checkedRoot = root.Value is { } value && !unusable.Any() ? Check.Ok(value, root.Diagnostics) : Check.Failed<PackageProject>([.. root.Diagnostics, .. unusable]);
        return SessionOpener.Report(host, options.Quiet, checkedRoot) is { } usable ? new DepsRun(host, options, project, usable) : null;
    }

    /// <summary>True where everything that was asked for is done.</summary>
    public async Task<bool> RunAsync(DepsRequest request, CancellationToken cancellation)
    {
        IProjectFiles files = new DiskProjectFiles(project.Folder);
        if (Edit(files, request.Added) is not { } edited || Report(PackagesFileReader.ReadRoot(edited, project.Settings)) is not { } wanted)
        {
            return false;
        }

        if (wanted.Requests.IsEmpty && !isQuiet)
        {
            host.Out.WriteLine($"{wanted.FileName} asks for no packages");
        }

        if (await ChooseAsync(edited, wanted, request.IsUpgrade, cancellation) is not { } choice)
        {
            return false;
        }

        WritePackages(edited, request.Added);
        if (choice.Fresh is { } fresh)
        {
            WriteLock(fresh);
        }

        return request.IsLockOnly || await InstallAsync(choice.Lock, cancellation);
    }

    public void Dispose() => workshop.Dispose();

    /// <summary>The project's files with the package added, in memory; null after a report.</summary>
    private EditedFiles? Edit(IProjectFiles files, NewPackage? added)
    {
        string name = PackagesFileReader.NameOf(files);
        if (added is null)
        {
            return new EditedFiles(files, name, null);
        }

        Checked<SourceText> text = files.TryRead(name, out byte[]? content) ? TextDecoder.Decode(name, content) : Check.Ok(new SourceText(name, ""));
        return Report(text) is { } source && Report(PackagesFileEditor.Add(source, added)) is { } edit ? new EditedFiles(files, name, edit) : null;
    }

    private void WritePackages(EditedFiles edited, NewPackage? added)
    {
        if (added is null || edited.Edit is not { } edit)
        {
            return;
        }

        AtomicFile.Write(Path.Combine(project.Folder, edited.Name), stream => stream.Write(Encoding.UTF8.GetBytes(edit.Text)));
        foreach (string replaced in edit.Replaced)
        {
            progress.Report(new PackageEvent(PackageStep.Replaced, replaced, edited.Name));
        }

        progress.Report(new PackageEvent(PackageStep.Added, added.Name, edited.Name));
    }

    private void WriteLock(string text)
    {
        AtomicFile.Write(Path.Combine(project.Folder, PackageLock.FileName), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        progress.Report(new PackageEvent(PackageStep.Locked, "", PackageLock.FileName));
    }

    /// <summary>The lock that is there where it answers these requests, else a new one; null after a report.</summary>
    private async Task<LockChoice?> ChooseAsync(EditedFiles files, PackagesFile wanted, bool isUpgrade, CancellationToken cancellation)
    {
        Checked<PackageLock>? there = isUpgrade ? null : PackageLock.Find(files);
        if (there is not null && Report(there) is null)
        {
            return null;
        }

        bool isNeeded = there is not null || !wanted.Requests.IsEmpty || files.TryRead(PackageLock.FileName, out _);
        if (there?.Value is { } found && found.Hash == wanted.Hash)
        {
            return new LockChoice(found, null);
        }

        progress.Report(new PackageEvent(PackageStep.Resolving, "", wanted.FileName));
        if (Report(await resolver.ResolveAsync(wanted.Requests, cancellation)) is not { } resolved
            || Report(PackageLockWriter.Write(resolved, wanted.Hash, mask)) is not { } text
            || Report(PackageLock.Read(Check.Ok(new SourceText(PackageLock.FileName, text.Content)))) is not { } fresh)
        {
            return null;
        }

        return new LockChoice(fresh, isNeeded ? text.Content : null);
    }

    private async Task<bool> InstallAsync(PackageLock locked, CancellationToken cancellation)
    {
        if (Report(locked.ReadRequests(project.Settings)) is not { } requests || Report(await resolver.FetchAsync(requests.Requests, cancellation)) is not { } fetched)
        {
            return false;
        }

        ImmutableArray<Diagnostic> failed = workshop.Store.Install(fetched.Packages);
        host.Announcer.Print(failed.Select(mask.Hide));
        foreach (HubPin hub in fetched.Packages.Select(p => p.Pin).OfType<HubPin>().Where(hub => hub.Latest != hub.Release.Version))
        {
            progress.Report(new PackageEvent(PackageStep.UpdateAvailable, hub.Package, hub.Latest));
        }

        return failed.IsEmpty;
    }

    private T? Report<T>(Checked<T> outcome)
        where T : class
    {
        IEnumerable<Diagnostic> diagnostics = project.Settings.Warnings.Apply(outcome.Diagnostics.Select(mask.Hide));
        return SessionOpener.Report(host, isQuiet, outcome.Value is { } value ? Check.Ok(value, diagnostics) : Check.Failed<T>(diagnostics));
    }

    /// <summary>The lock to install from.</summary>
    /// <param name="Fresh">Its text where it is new and to be written.</param>
    private sealed record LockChoice(PackageLock Lock, string? Fresh);
}
