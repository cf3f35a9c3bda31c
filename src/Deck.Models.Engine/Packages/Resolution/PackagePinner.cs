using System.Collections.Immutable;
using Deck.Models.Engine.Compilation.Context.Members;
using Deck.Models.Engine.Packages.Hub;
using Deck.Models.Engine.Packages.Requests;
using Deck.Models.Engine.Packages.Versions;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages.Resolution;

/// <summary>Chooses the one version, revision or place that everybody who asks for a package can live with.</summary>
internal sealed class PackagePinner(ResolutionSettings settings, IPackageStore store)
{
    /// <summary>A message names this many of the versions that exist.</summary>
    private const int MostVersionsShown = 8;

    /// <param name="group">The requests for one package, of one kind; at least one.</param>
    public async Task<Checked<PackagePin>> PinAsync(IReadOnlyList<PackageRequest> group, CancellationToken cancellation) => group[0] switch
    {
        HubRequest => await PinHubAsync([.. group.OfType<HubRequest>()], cancellation).ConfigureAwait(false),
        GitRequest => PinGit([.. group.OfType<GitRequest>()]),
        LocalRequest local => Check.Ok<PackagePin>(new LocalPin { ShownName = local.ShownName, Location = local.Location, Folder = local.Folder }),
        TarballRequest archive => Check.Ok<PackagePin>(new TarballPin
        {
            ShownName = archive.ShownName,
            Location = archive.Location,
            Url = archive.Url,
            Written = archive.Written,
            Project = archive.Project,
        }),
        _ => throw new InvalidOperationException($"unknown request {group[0].Kind}"),
    };

    private static Checked<PackagePin> PinGit(ImmutableArray<GitRequest> requests)
    {
        GitRequest first = requests[0];
        string[] revisions = [.. requests.Select(r => r.Revision).OfType<string>().Distinct(StringComparer.Ordinal)];
        return revisions.Length > 1
            ? Check.Failed<PackagePin>(Explain(requests, Diagnostic.Error(PackageCodes.Conflict, $"`{first.ShownName}` is asked for at {revisions.Length} revisions")))
            : Check.Ok<PackagePin>(new GitPin
            {
                ShownName = first.ShownName,
                Location = first.Location,
                Url = first.Url,
                Written = first.Written,
                Revision = revisions.Length == 0 ? GitPin.Head : revisions[0],
                Subdirectory = first.Subdirectory,
                WarnsUnpinned = requests.All(r => r.WarnsUnpinned),
                IsPrivate = first.IsPrivate,
                Provider = first.Provider,
            });
    }

    private async Task<Checked<PackagePin>> PinHubAsync(ImmutableArray<HubRequest> requests, CancellationToken cancellation)
    {
        HubRequest first = requests[0];
        VersionSpecifier[] wanted = [.. requests.SelectMany(r => r.Versions)];
        if (VersionRange.Reduce(wanted) is not { } range)
        {
            return Check.Failed<PackagePin>(Explain(requests, Diagnostic.Error(PackageCodes.Conflict, $"no version of `{first.Package}` can satisfy everybody who asks for it")));
        }

        Checked<HubPackage> found = await store.FindAsync(first.Package, cancellation).ConfigureAwait(false);
        if (found.Value is not { } package)
        {
            return Check.Failed<PackagePin>(found.Diagnostics.Select(first.Place));
        }

        bool prereleases = first.InstallPrerelease || wanted.Any(v => v.Prerelease is not null);
        HubRelease[] fitting = [.. package.Releases.Where(FitsDbt)];
        ImmutableArray<string> installable = VersionChoice.Installable(fitting.Select(r => r.Version), prereleases);
        if (VersionChoice.Newest(range, installable) is not { } version)
        {
            return Check.Failed<PackagePin>(NoVersion(requests, range, package));
        }

        HubPin pin = new() { ShownName = first.Package, Location = first.Location, Package = first.Package, Release = fitting.First(r => r.Version == version), Latest = installable[^1] };
        return Check.Ok<PackagePin>(pin, found.Diagnostics.Concat(Moved(first, package)).Select(first.Place));
    }

    private static IEnumerable<Diagnostic> Moved(HubRequest request, HubPackage package)
    {
        if (package.MovedTo is { } name)
        {
            yield return Diagnostic.Notice(PackageCodes.Moved, $"`{request.Package}` is now called `{name}`").WithHint("write the new name, so that new versions are found");
        }
    }

    private bool FitsDbt(HubRelease release) =>
        !settings.ChecksVersions || release.RequiredDbtVersions.IsEmpty || VersionRequirement.IsMet(release.RequiredDbtVersions);

    private Diagnostic NoVersion(ImmutableArray<HubRequest> requests, VersionRange range, HubPackage package)
    {
        HubRequest first = requests[0];
        ImmutableArray<string> all = VersionChoice.Installable(package.Releases.Select(r => r.Version), prereleases: true);
        string newest = string.Join(", ", all.Reverse().Take(MostVersionsShown).Select(v => $"`{v}`"));
        string more = all.Length > MostVersionsShown ? $" and {all.Length - MostVersionsShown} older ones" : "";
        Diagnostic diagnostic = first.Place(Diagnostic.Error(PackageCodes.NoVersion, $"no version of `{first.Package}` fits {range}"))
            .WithHint(all.IsEmpty ? "the hub has no version of it" : $"the hub has {newest}{more}");
        if (VersionChoice.Newest(range, all) is { } excluded)
        {
            bool isPrerelease = VersionSpecifier.Parse(excluded)?.Prerelease is not null;
            diagnostic = diagnostic.WithHint(isPrerelease
                ? $"`{excluded}` is a prerelease: it is taken with `install_prerelease: true`"
                : $"`{excluded}` wants another version of dbt than {BaseMembers.DbtVersion}, which is matched here; --no-version-check takes it all the same");
        }

        return requests.Length > 1 ? Explain(requests, diagnostic) : diagnostic;
    }

    /// <summary>Adds who asks for what.</summary>
    private static Diagnostic Explain(IReadOnlyList<PackageRequest> requests, Diagnostic conflict) => requests
        .Select(r => $"{r.RequestedBy} asks for {r.Wanted}")
        .Distinct()
        .Aggregate(requests[0].Place(conflict), (diagnostic, line) => diagnostic.WithHint(line));
}
