using System.Formats.Tar;
using Deck.Models.Cli.Packages;

namespace Deck.Models.Cli.Tests.Packages;

/// <summary>Archives come from anywhere: what is unpacked, and what is not.</summary>
[TestFixture]
internal sealed class ArchiveUnpackerTests
{
    private static readonly DownloadLimits Small = new() { UnpackedBytes = 100_000, Entries = 5 };

    private static readonly TestCaseData[] Hostile =
    [
        Case("a path out of the package", tar => tar.WriteEntry(TestArchive.File("p/../../evil", "x")), "leads out of the package"),
        Case("an absolute path", tar => tar.WriteEntry(TestArchive.File("/tmp/evil", "x")), "leads out of the package"),
        Case("a path of Windows", tar => tar.WriteEntry(TestArchive.File("p\\..\\..\\evil", "x")), "leads out of the package"),
        Case("a link to elsewhere", tar => tar.WriteEntry(TestArchive.Link("p/link", "../../evil")), "its link `p/link`"),
        Case("a link to the folder above", tar => tar.WriteEntry(TestArchive.Link("p/link", "..")), "its link `p/link`"),
        Case("an absolute link", tar => tar.WriteEntry(TestArchive.Link("p/link", "/etc/passwd")), "its link `p/link`"),
        Case("a package that is a link", tar => tar.WriteEntry(TestArchive.Link("p", "../../..")), "its link `p`"),
        Case("links that lead out together", WriteChain, "through another link"),
        Case("a file below a link", WriteBelowLink, "is there twice"),
        Case("a hard link", tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.HardLink, "p/hard") { LinkName = "/etc/passwd" }), "neither a file"),
        Case("a pipe", tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.Fifo, "p/pipe")), "neither a file"),
        Case("a bomb", tar => tar.WriteEntry(TestArchive.File("p/zeros", new string('0', 200_000))), "unpacks to more than"),
        Case("a bomb in a header", tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "p/x", [KeyValuePair.Create("comment", new string('x', 200_000))])), "unpacks to more than"),
        Case("many files", WriteMany, "more than 5 files"),
    ];

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("deckmodel-tar-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [TestCaseSource(nameof(Hostile))]
    public async Task A_hostile_archive_is_refused(Action<TarWriter> write, string message)
    {
        ArchiveException? refused = await Assert.ThrowsAsync<ArchiveException>(() => UnpackAsync(TestArchive.Write(write)));
        Assert.That($"{refused?.Code} {refused?.Message}", Does.StartWith("DECK0360").And.Contain(message));
        string[] outside = [.. Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Except(["archive", "unpacked"]).OfType<string>()];
        Assert.That(outside, Is.Empty);
    }

    [Test]
    public async Task A_damaged_archive_is_told_from_a_hostile_one()
    {
        byte[] whole = TestArchive.Of(("p/a", new string('a', 5000)), ("p/b", "b"));
        ArchiveException? cut = await Assert.ThrowsAsync<ArchiveException>(() => UnpackAsync(whole[..(whole.Length / 2)]));
        Assert.That(cut?.Code.ToString(), Is.EqualTo("DECK0359"));
    }

    [TestCase("PK\u0003\u0004", "zip archive")]
    [TestCase("<html>", "no .tar.gz")]
    [TestCase("", "no .tar.gz")]
    public async Task What_is_no_archive_is_named(string content, string message)
    {
        ArchiveException? other = await Assert.ThrowsAsync<ArchiveException>(() => UnpackAsync(System.Text.Encoding.Latin1.GetBytes(content)));
        Assert.That(other?.Message, Does.Contain(message));
    }

    [Test]
    public async Task An_archive_has_one_folder()
    {
        ArchiveException? two = await Assert.ThrowsAsync<ArchiveException>(() => UnpackAsync(TestArchive.Of(("a/x", "1"), ("b/x", "2"))));
        Assert.That(two?.Message, Does.Contain("2 files and folders"));
    }

    [Test]
    public async Task Files_folders_and_links_inside_are_unpacked()
    {
        string package = await UnpackAsync(TestArchive.Write(tar =>
        {
            // The header of `git archive`: no file of the package.
            tar.WriteEntry(new PaxGlobalExtendedAttributesTarEntry([KeyValuePair.Create("comment", "a commit")]));
            tar.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "p-1.0/"));
            tar.WriteEntry(TestArchive.File("p-1.0/models/a.sql", "select 1"));
            tar.WriteEntry(TestArchive.Link("p-1.0/models/b.sql", "../models/a.sql"));
        }));
        Assert.That(Path.GetFileName(package), Is.EqualTo("p-1.0"));
        Assert.That(File.ReadAllText(Path.Combine(package, "models/b.sql")), Is.EqualTo("select 1"));
    }

    private static void WriteChain(TarWriter tar)
    {
        tar.WriteEntry(TestArchive.Link("p/here", "."));
        tar.WriteEntry(TestArchive.Link("p/out", "here/../x"));
    }

    private static void WriteBelowLink(TarWriter tar)
    {
        tar.WriteEntry(TestArchive.Link("p/link", "other"));
        tar.WriteEntry(TestArchive.File("p/link/file", "x"));
    }

    private static void WriteMany(TarWriter tar)
    {
        for (int i = 0; i < 10; i++)
        {
            tar.WriteEntry(TestArchive.File($"p/{i}", "x"));
        }
    }

    private static TestCaseData Case(string name, Action<TarWriter> write, string message) => new(write, message) { TestName = $"{name} is refused" };

    private async Task<string> UnpackAsync(byte[] content)
    {
        string archive = Path.Combine(folder, "archive");
        await File.WriteAllBytesAsync(archive, content);
        return await new ArchiveUnpacker(Path.Combine(folder, "unpacked"), Small).UnpackAsync(archive, CancellationToken.None);
    }
}
