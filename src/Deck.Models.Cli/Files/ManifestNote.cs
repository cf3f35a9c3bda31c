using System.Security.Cryptography;
using System.Text;
using Deck.Models.Engine;
using Deck.Models.Engine.Caching;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Cli.Files;

/// <summary>
/// `target/partial_parse.manifest`: which state of the project the manifest.json beside it was written from, that file's stamp, and where its nodes stand in it. Where state and stamp are as before,
/// `parse` has nothing to write; where a few nodes are others, the rest is copied.
/// </summary>
/// <param name="folder">The target folder.</param>
/// <param name="identity">Of the parsed project, or null where it is not kept.</param>
internal sealed class ManifestNote(string folder, InvocationSettings settings, ProjectIdentity? identity)
{
    private const string Name = "partial_parse.manifest";

    private readonly string path = Path.Combine(folder, Name);
    private readonly string manifest = Path.Combine(folder, ManifestArtifact.FileName);

    /// <summary>True where manifest.json is what would be written now, but for the invocation that wrote it.</summary>
    public bool IsCurrent() => identity is not null && Read() is { } lines && lines[0] == $"{identity}" && lines[1] == Stamp() && lines[2] == Environment();

    /// <summary>The manifest.json that is there, where it was written of the same kept project, without compiled SQL; else null.</summary>
    public EarlierManifest? FindEarlier()
    {
        if (identity is null || Read() is not { } lines || !lines[0].StartsWith(identity.Kept, StringComparison.Ordinal) || lines[1] != Stamp() || Digest(lines[4]) != lines[5])
        {
            return null;
        }

        IEnumerable<NodeId> before = lines[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new NodeId(id));
        return new EarlierManifest(FileException.Guard(manifest, () => File.OpenRead(manifest)), ManifestPlaces.Read(Convert.FromBase64String(lines[4])), before.Concat(identity.Amended).ToHashSet());
    }

    /// <summary>To be called when manifest.json has been written; without compiled SQL.</summary>
    /// <param name="places">Where things stand in it.</param>
    public void Write(ManifestPlaces? places)
    {
        if (identity is not null && places is not null && Stamp() is { } stamp)
        {
            string text = Convert.ToBase64String(places.ToBytes());
            AtomicFile.WriteText(path, string.Join('\n', $"{identity}", stamp, Environment(), string.Join(' ', identity.Amended), text, Digest(text)));
        }
    }

    /// <summary>The lines of the note: identity, stamp, environment, ids of amended nodes, places and their digest; null where there is none.</summary>
    private string[]? Read() => File.Exists(path) && FileException.Guard(path, () => File.ReadAllText(path)).Split('\n') is { Length: 6 } lines ? lines : null;

    private string? Stamp() => FileStatus.StampOf(manifest) is { } stamp ? FormattableString.Invariant($"{stamp.Size} {stamp.Modified} {stamp.Changed} {stamp.Inode}") : null;

    /// <summary>The variables that manifest.json repeats.</summary>
    private string Environment() => Digest(string.Join('\n', ArtifactMetadata.EnvironmentOf(settings).Select(v => $"{v.Key}={v.Value}")));

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
