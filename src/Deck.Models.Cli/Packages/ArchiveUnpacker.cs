using System.Formats.Tar;
using System.IO.Compression;
using Deck.Models.Engine.Packages;

namespace Deck.Models.Cli.Packages;

/// <summary>Unpacks a `.tar.gz`: plain files, folders and links that stay inside, up to the limits; used once.</summary>
internal sealed class ArchiveUnpacker(string folder, DownloadLimits limits)
{
    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);
    private readonly HashSet<string> tops = new(StringComparer.Ordinal);
    private long left = limits.UnpackedBytes;
    private int entries;

    /// <summary>The one folder that a package's archive holds.</summary>
    /// <exception cref="ArchiveException">The archive is broken, or refused.</exception>
    public async Task<string> UnpackAsync(string archive, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        try
        {
            await using FileStream file = File.OpenRead(archive);
            await CheckKindAsync(file, cancellation);
            await using GZipStream unzipped = new(file, CompressionMode.Decompress);
            // What the limit counts is everything that comes out of the compression: the archive's own tables as well.
            await using BoundedStream bounded = new(unzipped, limits.UnpackedBytes);
            await using TarReader reader = new(bounded);
            while (await reader.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
            {
                await UnpackAsync(entry, cancellation);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new ArchiveException(PackageCodes.BadArchive, $"it is damaged ({broken.Message})");
        }

        MakeLinks();
        return tops.Count == 1
            ? Path.Combine(folder, tops.Single())
            : throw new ArchiveException(PackageCodes.BadArchive, $"it holds {tops.Count} files and folders where a package has one folder");
    }

    private static async Task CheckKindAsync(FileStream file, CancellationToken cancellation)
    {
        byte[] start = new byte[2];
        int read = await file.ReadAtLeastAsync(start, 2, throwOnEndOfStream: false, cancellation);
        file.Position = 0;
        if (read == 2 && start is [0x1F, 0x8B])
        {
            return;
        }

        throw new ArchiveException(PackageCodes.BadArchive, start is [(byte)'P', (byte)'K'] ? "it is a zip archive, and packages come as .tar.gz" : "it is no .tar.gz archive");
    }

    private async Task UnpackAsync(TarEntry entry, CancellationToken cancellation)
    {
        string path = entry.EntryType is TarEntryType.GlobalExtendedAttributes ? "" : ArchivePath.Normalise(entry.Name);
        if (path.Length == 0)
        {
            return;
        }

        if (++entries > limits.Entries)
        {
            throw new ArchiveException(PackageCodes.UnsafeArchive, $"it holds more than {limits.Entries} files");
        }

        tops.Add(path.Split('/')[0]);
        switch (entry.EntryType)
        {
            case TarEntryType.Directory:
                Directory.CreateDirectory(Path.Combine(folder, path));
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                await WriteAsync(entry, path, cancellation);
                break;
            case TarEntryType.SymbolicLink:
                links[path] = entry.LinkName;
                break;
            default:
                throw new ArchiveException(PackageCodes.UnsafeArchive, $"its entry `{path}` is neither a file nor a folder nor a symbolic link");
        }
    }

    private async Task WriteAsync(TarEntry entry, string path, CancellationToken cancellation)
    {
        left -= entry.Length;
        if (left < 0)
        {
            throw new ArchiveException(PackageCodes.UnsafeArchive, $"it unpacks to more than {limits.UnpackedBytes >> 20} MB");
        }

        string full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? folder);
        await using FileStream file = new(full, FileMode.Create, FileAccess.Write);
        if (entry.DataStream is { } content)
        {
            await content.CopyToAsync(file, cancellation);
        }
    }

    /// <summary>Links come last: nothing can be written through one.</summary>
    private void MakeLinks()
    {
        HashSet<string> paths = [.. links.Keys];
        foreach ((string path, string target) in links)
        {
            ArchivePath.Follow(path, target, paths);
            string full = Path.Combine(folder, path);
            if (Path.Exists(full))
            {
                throw new ArchiveException(PackageCodes.UnsafeArchive, $"its entry `{path}` is there twice");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? folder);
            File.CreateSymbolicLink(full, target);
        }
    }
}
