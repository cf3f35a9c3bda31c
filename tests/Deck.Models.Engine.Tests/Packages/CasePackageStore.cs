using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Deck.Models.Engine.Packages;
using Deck.Models.Engine.Packages.Hub;
using Deck.Models.Engine.Packages.Resolution;
using Deck.Models.Testing.Cases;
using Deck.Models.Testing.Files;
using Deck.Models.Text;

namespace Deck.Models.Engine.Tests.Packages;

/// <summary>Packages out of a case folder: `hub/NAMESPACE/NAME.json`, `repositories/NAME` for git and archives, other folders for local packages.</summary>
internal sealed class CasePackageStore(CaseFolder folder) : IPackageStore
{
    public Task<Checked<HubPackage>> FindAsync(string name, CancellationToken cancellation) => Task.FromResult(folder.Read($"hub/{name}.json") is { } json
        ? HubPackageReader.Read(name, Encoding.UTF8.GetBytes(json))
        : Check.Failed<HubPackage>(HubPackageReader.Unknown(name, HubPackageReader.ReadIndex(Encoding.UTF8.GetBytes(folder.Read("hub/index.json") ?? "")))));

    public Task<Checked<FetchedPackage>> FetchAsync(PackagePin pin, CancellationToken cancellation)
    {
        string path = Path.Combine(folder.FolderPath, pin switch
        {
            LocalPin local => local.Folder,
            GitPin git => $"repositories/{Last(git.Url)}/{git.Subdirectory}",
            TarballPin archive => $"repositories/{Last(archive.Url)}",
            _ => throw new InvalidOperationException($"nothing is fetched of {pin.Identity}"),
        });
        string? commit = pin is GitPin { Revision: var revision } ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(revision)))[..40] : null;
        return Task.FromResult(Directory.Exists(path)
            ? Check.Ok(new FetchedPackage(new FolderProjectFiles(path), path, commit))
            : Check.Failed<FetchedPackage>(Diagnostic.Error(PackageCodes.NotAProject, $"there is no {pin.ShownName}")));
    }

    public ImmutableArray<Diagnostic> Install(ImmutableArray<NamedPackage> packages) => throw new InvalidOperationException("a case resolves, and installs nothing");

    private static string Last(string url) => url[(url.LastIndexOf('/') + 1)..];
}
