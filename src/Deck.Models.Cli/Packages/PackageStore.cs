using System.Collections.Concurrent;
using System.Collections.Immutable;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Packages;
using Deck.Models.Engine.Packages.Hub;
using Deck.Models.Engine.Packages.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Packages;

/// <summary>Packages from the hub, git, archives and folders, and the packages folder on disk.</summary>
internal sealed class PackageStore : IPackageStore
{
    private readonly PackageOrigins origins;
    private readonly PackageInstaller installer;
    private readonly IProgress<PackageEvent> progress;
    private readonly ConcurrentDictionary<string, Lazy<Task<Checked<FetchedPackage>>>> fetched = new(StringComparer.Ordinal);

    public PackageStore(PackageOrigins origins, PackageInstaller installer, IProgress<PackageEvent> progress)
    {
        this.origins = origins;
        this.installer = installer;
        this.progress = progress;
    }

    public Task<Checked<HubPackage>> FindAsync(string name, CancellationToken cancellation) => origins.Hub.FindAsync(name, cancellation);

    public Task<Checked<FetchedPackage>> FetchAsync(PackagePin pin, CancellationToken cancellation) =>
        fetched.GetOrAdd(pin.Identity, _ => new(() => BringAsync(pin, cancellation))).Value;

    public ImmutableArray<Diagnostic> Install(ImmutableArray<NamedPackage> packages) => installer.Install(packages);

    private async Task<Checked<FetchedPackage>> BringAsync(PackagePin pin, CancellationToken cancellation)
    {
        if (pin is LocalPin local)
        {
            return Find(local);
        }

        progress.Report(new PackageEvent(PackageStep.Fetching, pin.ShownName, pin.ShownVersion));
        switch (pin)
        {
            case HubPin hub:
                return await FetchArchiveAsync(hub, hub.Release.Tarball.AbsoluteUri, hub.Release.Checksum, cancellation);
            case TarballPin archive:
                return await FetchArchiveAsync(archive, archive.Url, null, cancellation);
            case GitPin git:
                Checked<FetchedPackage> brought = await origins.Git.FetchAsync(git, cancellation);
                // The lock names the commit, which is here already.
                if (brought.Value?.Commit is { } commit)
                {
                    fetched.TryAdd(git.At(commit).Identity, new(() => Task.FromResult(brought)));
                }

                return brought;
            default:
                throw new InvalidOperationException($"unknown package {pin.Identity}");
        }
    }

    private async Task<Checked<FetchedPackage>> FetchArchiveAsync(PackagePin pin, string address, string? checksum, CancellationToken cancellation) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"
            ? await origins.Tarballs.FetchAsync(pin, uri, checksum, cancellation)
            : Check.Failed<FetchedPackage>(Diagnostic.Error(PackageCodes.BadPackagesFile, $"`{pin.ShownName}` is not at an address that begins with https:// or http://"));

    private Checked<FetchedPackage> Find(LocalPin local)
    {
        string folder = origins.Resolve(local.Folder);
        return Directory.Exists(folder)
            ? Check.Ok(new FetchedPackage(new DiskProjectFiles(folder), folder))
            : Check.Failed<FetchedPackage>(Diagnostic.Error(PackageCodes.NotAProject, $"there is no folder `{local.Folder}`").WithHint("`local` starts from the project's folder"));
    }
}
