using System.Security.Cryptography;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Packages;
using Deck.Models.Engine.Packages.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Packages;

/// <summary>Brings packages that come as archives: those of the hub, and those of an address.</summary>
internal sealed class TarballFetcher(Downloader downloader, DownloadLimits limits, StagingFolder staging)
{
    // An archive that arrives damaged is asked for once more, as a proxy or a server may have cut it.
    private const int Tries = 2;

    /// <param name="checksum">The SHA-1 or SHA-256 that the archive must have; null where none is known.</param>
    public async Task<Checked<FetchedPackage>> FetchAsync(PackagePin pin, Uri address, string? checksum, CancellationToken cancellation)
    {
        for (int tried = 1; ; tried++)
        {
            try
            {
                return await TryAsync(pin, address, checksum, cancellation);
            }
            catch (ArchiveException refused) when (tried == Tries || refused.Code == PackageCodes.UnsafeArchive)
            {
                return Check.Failed<FetchedPackage>(Explain(pin, refused));
            }
            catch (ArchiveException)
            {
                // Once more.
            }
        }
    }

    private static Diagnostic Explain(PackagePin pin, ArchiveException refused) => refused.Code == PackageCodes.BadChecksum
        ? Diagnostic.Error(refused.Code, $"the archive of `{pin.ShownName}` {pin.ShownVersion} is not the one of the index: {refused.Message}")
            .WithHint("it was damaged, or changed after it was listed; a repository can be named with `git` and `revision` instead")
        : Diagnostic.Error(refused.Code, $"the archive of `{pin.ShownName}` {pin.ShownVersion} is not unpacked: {refused.Message}");

    private async Task<Checked<FetchedPackage>> TryAsync(PackagePin pin, Uri address, string? checksum, CancellationToken cancellation)
    {
        string archive = staging.NewPath();
        Download download = await downloader.FetchAsync(address, pin.ShownName, () => new LimitedWriter(File.Create(archive), limits.ArchiveBytes), cancellation);
        if (download.Failure is not null)
        {
            string shown = SecretMask.HideUser(address.GetLeftPart(UriPartial.Path));
            return Check.Failed<FetchedPackage>(Diagnostic.Error(PackageCodes.HubUnreachable, $"the archive of `{pin.ShownName}` cannot be fetched from {shown}: {download.Failure}"));
        }

        await VerifyAsync(archive, checksum, cancellation);
        string folder = await new ArchiveUnpacker(staging.NewPath(), limits).UnpackAsync(archive, cancellation);
        return Check.Ok(new FetchedPackage(new DiskProjectFiles(folder), folder));
    }

    private static async Task VerifyAsync(string archive, string? checksum, CancellationToken cancellation)
    {
        if (checksum is null)
        {
            return;
        }

        await using FileStream file = File.OpenRead(archive);
        bool isLong = checksum.Length == SHA256.HashSizeInBytes * 2;
#pragma warning disable CA5350 // The hub's index lists SHA-1: it finds damage, and a change that nobody planned.
        byte[] actual = isLong ? await SHA256.HashDataAsync(file, cancellation) : await SHA1.HashDataAsync(file, cancellation);
#pragma warning restore CA5350
        string found = Convert.ToHexStringLower(actual);
        if (!string.Equals(found, checksum, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArchiveException(PackageCodes.BadChecksum, $"{(isLong ? "SHA-256" : "SHA-1")} `{found}` where `{checksum}` is listed");
        }
    }
}
