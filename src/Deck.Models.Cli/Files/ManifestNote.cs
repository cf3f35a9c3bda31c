using System.Security.Cryptography;
using System.Text;
using Deck.Models.Engine;
using Deck.Models.Engine.Caching;
using Deck.Models.Engine.Reporting.Artifacts;

namespace Deck.Models.Cli.Files;

/// <summary>
/// `target/partial_parse.manifest`: which state of the project the manifest.json beside it was written from, and that file's stamp. Where both are as before,
/// `parse` has nothing to write.
/// </summary>
/// <param name="folder">The target folder.</param>
/// <param name="identity">Of the parsed project, or null where it is not kept.</param>
internal sealed class ManifestNote(string folder, InvocationSettings settings, string? identity)
{
    private const string Name = "partial_parse.manifest";

    private readonly string path = Path.Combine(folder, Name);

    /// <summary>True where manifest.json is what would be written now, but for the invocation that wrote it.</summary>
    public bool IsCurrent() => Text() is { } text && File.Exists(path) && FileException.Guard(path, () => File.ReadAllText(path)) == text;

    /// <summary>To be called when manifest.json has been written; without compiled SQL.</summary>
    public void Write()
    {
        if (Text() is { } text)
        {
            AtomicFile.WriteText(path, text);
        }
    }

    /// <summary>A note of the file as it is now, or null where nothing can be said of it.</summary>
    private string? Text()
    {
        FileStamp? stamp = identity is null ? null : FileStatus.StampOf(Path.Combine(folder, ManifestArtifact.FileName));
        return stamp is null ? null : FormattableString.Invariant($"{identity}\n{stamp.Size} {stamp.Modified} {stamp.Changed} {stamp.Inode}\n{Environment()}\n");
    }

    /// <summary>The variables that manifest.json repeats.</summary>
    private string Environment()
    {
        IEnumerable<string> lines = ArtifactMetadata.EnvironmentOf(settings).Select(v => $"{v.Key}={v.Value}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
