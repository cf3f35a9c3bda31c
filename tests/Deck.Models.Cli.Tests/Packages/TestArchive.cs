using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Deck.Models.Cli.Tests.Packages;

/// <summary>Archives as a test wants them, such as nobody should send.</summary>
internal static class TestArchive
{
    /// <summary>A `.tar.gz` of text files.</summary>
    public static byte[] Of(params (string Path, string Content)[] files) => Write(tar =>
    {
        foreach ((string path, string content) in files)
        {
            tar.WriteEntry(File(path, content));
        }
    });

    public static byte[] Write(Action<TarWriter> write)
    {
        using MemoryStream bytes = new();
        using (GZipStream zip = new(bytes, CompressionLevel.Optimal, leaveOpen: true))
        using (TarWriter tar = new(zip, TarEntryFormat.Pax))
        {
            write(tar);
        }

        return bytes.ToArray();
    }

    public static PaxTarEntry File(string path, string content) => new(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) };

    public static PaxTarEntry Link(string path, string target) => new(TarEntryType.SymbolicLink, path) { LinkName = target };
}
