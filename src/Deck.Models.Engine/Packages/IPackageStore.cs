using System.Collections.Immutable;
using Deck.Models.Engine.Packages.Hub;
using Deck.Models.Engine.Packages.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages;

/// <summary>Where packages come from and where they are put (port): the hub, git repositories, archives and folders; the packages folder. Safe for use from several tasks.</summary>
public interface IPackageStore
{
    /// <summary>A package of the hub with its versions; each is asked for once.</summary>
    Task<Checked<HubPackage>> FindAsync(string name, CancellationToken cancellation);

    /// <summary>The files of a package, brought to this machine; each is brought once.</summary>
    Task<Checked<FetchedPackage>> FetchAsync(PackagePin pin, CancellationToken cancellation);

    /// <summary>Makes the packages folder hold exactly these packages, each replaced in one step; called once, after all are fetched.</summary>
    ImmutableArray<Diagnostic> Install(ImmutableArray<NamedPackage> packages);
}
