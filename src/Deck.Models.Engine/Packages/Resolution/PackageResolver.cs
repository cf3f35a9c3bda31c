using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Packages.Requests;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages.Resolution;

/// <summary>Follows what packages ask for until nothing new is asked for, as dbt does: wave by wave, each package at the version chosen so far.</summary>
public sealed class PackageResolver
{
    private readonly ResolutionSettings settings;
    private readonly IPackageStore store;
    private readonly PackagePinner pinner;
    private readonly PackageReader reader;

    public PackageResolver(ResolutionSettings settings, IPackageStore store)
    {
        this.settings = settings;
        this.store = store;
        pinner = new PackagePinner(settings, store);
        reader = new PackageReader(settings, store);
    }

    /// <summary>Every package that is needed, in dbt's order, each with its final version.</summary>
    public async Task<Checked<ResolvedPackages>> ResolveAsync(ImmutableArray<PackageRequest> requests, CancellationToken cancellation)
    {
        PackageListing listing = new();
        HashSet<string> expanded = new(StringComparer.Ordinal);
        List<Diagnostic> errors = [];
        IReadOnlyList<PackageRequest> pending = requests;
        while (pending.Count > 0)
        {
            IReadOnlyList<IReadOnlyList<PackageRequest>> touched = listing.Add(pending, errors);
            Checked<PackageContents>[] contents = await Task.WhenAll(touched.Select(group => ReadAsync(group, cancellation))).ConfigureAwait(false);
            errors.AddRange(contents.SelectMany(c => c.Diagnostics).Where(d => d.Severity == Severity.Error));
            // A package at a version that was looked into before adds nothing, and a circle of packages ends here.
            pending = [.. contents.Select(c => c.Value).OfType<PackageContents>().Where(c => expanded.Add(c.Pin.Identity)).SelectMany(c => c.Requests)];
        }

        return errors.Count > 0
            ? Check.Failed<ResolvedPackages>(errors.DistinctBy(d => d.ToString()))
            : await FinishAsync(listing, cancellation).ConfigureAwait(false);
    }

    /// <summary>The packages of a lock, fetched and ready to be installed; what they ask for is in the lock already.</summary>
    public async Task<Checked<LockedPackages>> FetchAsync(ImmutableArray<PackageRequest> locked, CancellationToken cancellation)
    {
        PackageListing listing = new();
        List<Diagnostic> diagnostics = [];
        listing.Add(locked, diagnostics);
        Checked<NamedPackage>[] packages = await Task.WhenAll(listing.Groups.Select(group => FetchAsync(group, cancellation))).ConfigureAwait(false);
        diagnostics.AddRange(packages.SelectMany(p => p.Diagnostics));
        ImmutableArray<NamedPackage> named = [.. packages.Select(p => p.Value).OfType<NamedPackage>()];
        diagnostics.AddRange(FindTwins(named.Select(p => (p.Pin, p.Project))));
        return diagnostics.Any(d => d.Severity == Severity.Error)
            ? Check.Failed<LockedPackages>(diagnostics)
            : Check.Ok(new LockedPackages(named), diagnostics);
    }

    private async Task<Checked<ResolvedPackages>> FinishAsync(PackageListing listing, CancellationToken cancellation)
    {
        Checked<PackageContents>[] contents = await Task.WhenAll(listing.Groups.Select(group => ReadAsync(group, cancellation))).ConfigureAwait(false);
        List<Diagnostic> diagnostics = [.. contents.SelectMany(c => c.Diagnostics)];
        ImmutableArray<PackageContents> packages = [.. contents.Select(c => c.Value).OfType<PackageContents>()];
        diagnostics.AddRange(FindTwins(packages.Select(p => (p.Pin, p.Project))));
        return diagnostics.Any(d => d.Severity == Severity.Error)
            ? Check.Failed<ResolvedPackages>(diagnostics)
            : Check.Ok(new ResolvedPackages(packages), diagnostics);
    }

    private async Task<Checked<PackageContents>> ReadAsync(IReadOnlyList<PackageRequest> group, CancellationToken cancellation)
    {
        Checked<PackagePin> pin = await pinner.PinAsync(group, cancellation).ConfigureAwait(false);
        if (pin.Value is null)
        {
            return Check.Failed<PackageContents>(pin.Diagnostics);
        }

        Checked<PackageContents> contents = await reader.ReadAsync(pin.Value, cancellation).ConfigureAwait(false);
        IEnumerable<Diagnostic> diagnostics = [.. pin.Diagnostics, .. contents.Diagnostics, .. WarnUnpinned(pin.Value)];
        return contents.Value is null ? Check.Failed<PackageContents>(diagnostics) : Check.Ok(contents.Value, diagnostics);
    }

    private async Task<Checked<NamedPackage>> FetchAsync(IReadOnlyList<PackageRequest> group, CancellationToken cancellation)
    {
        Checked<PackageContents> contents = await ReadAsync(group, cancellation).ConfigureAwait(false);
        if (contents.Value is null)
        {
            return Check.Failed<NamedPackage>(contents.Diagnostics);
        }

        PackagePin pin = contents.Value.Pin;
        Checked<FetchedPackage> fetched = await store.FetchAsync(pin, cancellation).ConfigureAwait(false);
        return fetched.Value is null
            ? Check.Failed<NamedPackage>(fetched.Diagnostics.Select(pin.Place))
            : Check.Ok(new NamedPackage(pin, contents.Value.Project, fetched.Value), contents.Diagnostics);
    }

    private static IEnumerable<Diagnostic> WarnUnpinned(PackagePin pin)
    {
        if (pin is GitPin { IsUnpinned: true, WarnsUnpinned: true } git)
        {
            string revision = git.Revision == GitPin.Head ? "the default branch" : $"`{git.Revision}`";
            yield return pin.Place(Diagnostic.Warning(PackageCodes.Unpinned, $"`{pin.ShownName}` is taken from {revision}, which changes"))
                .WithHint("give a tag or a commit as `revision`, or set `warn-unpinned: false`");
        }
    }

    /// <summary>Project names are folders and namespaces: each may be there once, and the root project's not at all.</summary>
    private IEnumerable<Diagnostic> FindTwins(IEnumerable<(PackagePin Pin, string Project)> packages)
    {
        Dictionary<string, PackagePin> seen = new(StringComparer.Ordinal);
        foreach ((PackagePin pin, string project) in packages)
        {
            if (project == settings.RootProject)
            {
                yield return pin.Place(Diagnostic.Error(LoadingCodes.DuplicatePackage, $"`{pin.ShownName}` holds a project `{project}`, which is this project's own name"));
            }
            else if (!seen.TryAdd(project, pin))
            {
                yield return pin.Place(Diagnostic.Error(LoadingCodes.DuplicatePackage, $"`{pin.ShownName}` and `{seen[project].ShownName}` both hold a project `{project}`"))
                    .WithHint("keep one of them: a package may come from the hub here and from git there");
            }
        }
    }
}
