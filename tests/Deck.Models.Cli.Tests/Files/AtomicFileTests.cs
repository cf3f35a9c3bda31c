using Deck.Models.Cli.Files;

namespace Deck.Models.Cli.Tests.Files;

/// <summary>Files are replaced as a whole, and only where they change.</summary>
internal sealed class AtomicFileTests
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("deckmodel-test-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void A_file_that_holds_the_text_stays_as_it_is()
    {
        string path = WriteLongAgo("été");
        AtomicFile.WriteText(path, "été");
        Assert.That(File.GetLastWriteTimeUtc(path), Is.EqualTo(LongAgo));
    }

    [TestCase("one", "two")]
    [TestCase("one", "longer")]
    [TestCase("one", "")]
    public void A_file_with_another_text_is_replaced_and_nothing_is_left_beside_it(string old, string text)
    {
        string path = WriteLongAgo(old);
        AtomicFile.WriteText(path, text);
        Assert.That(File.ReadAllText(path), Is.EqualTo(text));
        Assert.That(Directory.GetFileSystemEntries(folder), Is.EqualTo(new[] { path }));
    }

    [Test]
    public void Missing_folders_are_made()
    {
        string path = Path.Combine(folder, "a", "b", "c.sql");
        AtomicFile.WriteText(path, "select 1");
        Assert.That(File.ReadAllText(path), Is.EqualTo("select 1"));
    }

    [Test]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_beside_it()
    {
        string path = WriteLongAgo("old");
        Assert.That(() => AtomicFile.Write(path, _ => throw new IOException("full")), Throws.TypeOf<FileException>());
        Assert.That(File.ReadAllText(path), Is.EqualTo("old"));
        Assert.That(Directory.GetFileSystemEntries(folder), Is.EqualTo(new[] { path }));
    }

    private string WriteLongAgo(string text)
    {
        string path = Path.Combine(folder, "a.sql");
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, LongAgo);
        return path;
    }
}
