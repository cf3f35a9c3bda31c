using System.Collections.Concurrent;
using System.Collections.Immutable;
using Deck.Models.Engine.Packages;
using Deck.Models.Engine.Packages.Hub;
using Deck.Models.Text;

namespace Deck.Models.Cli.Packages;

/// <summary>Asks a hub what packages it has; every answer is asked for once.</summary>
internal sealed class HubClient(Uri hub, Downloader downloader, DownloadLimits limits)
{
    private static readonly string[] Settings = ["DBT_PACKAGE_HUB_URL", "DECKMODEL_PACKAGE_HUB_URL"];

    private readonly ConcurrentDictionary<string, Lazy<Task<Checked<HubPackage>>>> packages = new(StringComparer.Ordinal);

    /// <summary>dbt's hub, or the one that the environment names; null where that is no address.</summary>
    public static Uri? AddressFrom(ImmutableDictionary<string, string> environment)
    {
        string address = Settings.Select(name => environment.GetValueOrDefault(name)).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "https://hub.getdbt.com/";
        return Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out Uri? hub) && hub.Scheme is "http" or "https" ? hub : null;
    }

    public Task<Checked<HubPackage>> FindAsync(string name, CancellationToken cancellation) =>
        packages.GetOrAdd(name, _ => new(() => AskAsync(name, cancellation))).Value;

    private async Task<Checked<HubPackage>> AskAsync(string name, CancellationToken cancellation)
    {
        (Download download, byte[] body) = await GetAsync(name, cancellation);
        if (download.Failure is null)
        {
            return HubPackageReader.Read(name, body);
        }

        return Check.Failed<HubPackage>(download.IsMissing
            ? HubPackageReader.Unknown(name, await ListAsync(cancellation))
            : Diagnostic.Error(PackageCodes.HubUnreachable, $"the hub {SecretMask.HideUser(hub.AbsoluteUri)} cannot be asked about `{name}`: {download.Failure}")
                .WithHint("check the network and proxy; DBT_PACKAGE_HUB_URL names another hub"));
    }

    private async Task<ImmutableArray<string>> ListAsync(CancellationToken cancellation)
    {
        (Download download, byte[] body) = await GetAsync("index", cancellation);
        return download.Failure is null ? HubPackageReader.ReadIndex(body) : [];
    }

    private async Task<(Download Download, byte[] Body)> GetAsync(string name, CancellationToken cancellation)
    {
        // Disposed by the writer of each try; its bytes stay.
        MemoryStream body = new();
        Download download = await downloader.FetchAsync(new Uri(hub, $"api/v1/{name}.json"), name, () => new LimitedWriter(body = new MemoryStream(), limits.IndexBytes), cancellation);
        return (download, body.ToArray());
    }
}
