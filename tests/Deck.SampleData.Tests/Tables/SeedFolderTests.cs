using Deck.SampleData.Tables;
using NUnit.Framework;

namespace Deck.SampleData.Tests.Tables;

/// <summary>The seeds in the repository against what the generator writes.</summary>
internal sealed class SeedFolderTests
{
    [Test]
    public void The_seeds_are_byte_for_byte_what_the_generator_writes()
    {
        DirectoryInfo written = Directory.CreateTempSubdirectory("deck-seeds-");
        try
        {
            SeedFolder.Write(written.FullName, SampleHistory.Play());
            string seeds = Path.Combine(FindRoot(), "seeds");
            Assert.That(NamesOf(written.FullName), Is.EqualTo(NamesOf(seeds)));
            Assert.Multiple(() =>
            {
                foreach (string name in NamesOf(seeds))
                {
                    Assert.That(
                        File.ReadAllBytes(Path.Combine(written.FullName, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(seeds, name))),
                        $"{name} differs; write it again with: dotnet run --project tools/Deck.SampleData -- seeds");
                }
            });
        }
        finally
        {
            written.Delete(recursive: true);
        }
    }

    private static string[] NamesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.csv").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "project.yml")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
