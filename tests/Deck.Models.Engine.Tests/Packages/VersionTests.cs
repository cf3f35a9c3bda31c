using System.Runtime.CompilerServices;
using Deck.Models.Engine.Packages.Versions;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Packages;

/// <summary>Versions as dbt reads, orders and chooses them.</summary>
public sealed class VersionTests
{
    /// <summary>In dbt's order.</summary>
    private static readonly string[] Available =
    [
        "0.9.0", "1.0.0-a1", "1.0.0-rc.2", "1.0.0-rc.10", "1.0.0", "1.1.0", "1.1.1", "1.2.0b1", "1.2.0", "2.0.0-rc1", "2.0.0", "2.0.0+build.5", "10.0.0",
    ];

    /// <summary>versions.txt holds what dbt's own semver answers: the specifiers, whether prereleases count, the version chosen.</summary>
    [TestCaseSource(nameof(Choices))]
    public void The_version_that_dbt_chooses_is_chosen(string specifiers, bool prereleases, string chosen)
    {
        VersionRange? range = VersionRange.Reduce([.. specifiers.Split(' ').Select(text => VersionSpecifier.Parse(text)!)]);
        string answer = range is null ? "none" : VersionChoice.Newest(range, VersionChoice.Installable(Available, prereleases)) ?? "nothing";
        Assert.That(answer, Is.EqualTo(chosen));
    }

    [Test]
    public void Versions_are_ordered_as_dbt_orders_them()
    {
        string[] shuffled = [.. Available.OrderBy(v => v.Length).ThenByDescending(v => v, StringComparer.Ordinal)];
        // Builds do not count in the order: those two stay as they come.
        Assert.That(VersionChoice.Installable(shuffled, prereleases: true), Is.EqualTo(Available));
    }

    [Test]
    public void Prereleases_are_left_out_unless_they_are_wanted() =>
        Assert.That(VersionChoice.Installable(Available, prereleases: false), Is.EqualTo(new[] { "0.9.0", "1.0.0", "1.1.0", "1.1.1", "1.2.0", "2.0.0", "2.0.0+build.5", "10.0.0" }));

    [TestCase("1.0")]
    [TestCase("1.0.0.0")]
    [TestCase("v1.0.0")]
    [TestCase(" 1.0.0")]
    [TestCase("1.0.0\n")]
    [TestCase(">= 1.0.0")]
    [TestCase("~1.0.0")]
    [TestCase("==1.0.0")]
    [TestCase("01.0.0")]
    [TestCase("1.0.x")]
    [TestCase("1.0.0-rc..1")]
    [TestCase("")]
    public void What_dbt_refuses_is_no_version(string text) => Assert.That(VersionSpecifier.Parse(text), Is.Null);

    [TestCase("1.0.0-01", "1.0.0--01")]
    [TestCase("1.0.0rc1", "1.0.0-rc1")]
    [TestCase("1.0.0+", "1.0.0")]
    [TestCase("<=1.0.0-a.1+b.2", "<=1.0.0-a.1+b.2")]
    [TestCase("=1.2.3", "1.2.3")]
    public void A_version_is_read_as_dbt_reads_it(string text, string read) => Assert.That(VersionSpecifier.Parse(text)?.ToString(), Is.EqualTo(read));

    private static IEnumerable<TestCaseData> Choices()
    {
        foreach (string line in File.ReadLines(Path.Combine(Path.GetDirectoryName(Here())!, "versions.txt")))
        {
            string[] parts = line.Split('|', StringSplitOptions.TrimEntries);
            yield return new TestCaseData(parts[0], parts[1] == "pre", parts[2]) { TestName = $"{parts[0]} ({parts[1]}) is {parts[2]}" };
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
