using System.Xml.Linq;
using NUnit.Framework;

namespace Deck.Models.Architecture.Tests;

/// <summary>Dependencies point down, and packages stay in their rooms.</summary>
[TestFixture]
internal sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> AllowedReferences = new()
    {
        ["Deck.Models.Text"] = [],
        ["Deck.Models.Templating"] = ["Deck.Models.Text"],
        ["Deck.Models.Engine"] = ["Deck.Models.Templating"],
        ["Deck.Models.Postgres"] = ["Deck.Models.Engine"],
        ["Deck.Models.Cli"] = ["Deck.Models.Postgres"],
    };

    /// <summary>Package namespace → the folders whose files may use it.</summary>
    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["Npgsql"] = ["src/Deck.Models.Postgres/"],
        ["YamlDotNet"] = ["src/Deck.Models.Engine/Loading/"],
        ["CsvHelper"] = ["src/Deck.Models.Engine/Loading/"],
        ["McMaster.Extensions"] = ["src/Deck.Models.Cli/"],
        ["Spectre.Console"] = ["src/Deck.Models.Cli/"],
    };

    private static readonly Dictionary<string, string[]> AllowedPackages = new()
    {
        ["Deck.Models.Text"] = [],
        ["Deck.Models.Templating"] = [],
        ["Deck.Models.Engine"] = ["YamlDotNet", "CsvHelper"],
        ["Deck.Models.Postgres"] = ["Npgsql"],
        ["Deck.Models.Cli"] = ["McMaster.Extensions.CommandLineUtils", "Spectre.Console", "System.ComponentModel.Annotations"],
    };

    [Test]
    public void Projects_reference_only_the_one_below()
    {
        foreach (string path in SourceTree.ProjectFiles("src"))
        {
            string[] references = [.. Items(path, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r))];
            Assert.That(references, Is.EquivalentTo(AllowedReferences[Path.GetFileNameWithoutExtension(path)]), path);
        }
    }

    [Test]
    public void Projects_take_only_the_packages_of_the_list()
    {
        foreach (string path in SourceTree.ProjectFiles("src"))
        {
            Assert.That(Items(path, "PackageReference"), Is.SubsetOf(AllowedPackages[Path.GetFileNameWithoutExtension(path)]), path);
        }
    }

    [Test]
    public void Packages_are_used_in_their_rooms_only()
    {
        var strays =
            from file in SourceTree.Product
            from usage in file.Tree.Usings
            from room in Rooms
            where usage.Name is not null && IsOf(usage.Name.ToString(), room.Key)
            where !room.Value.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))
            select $"{file.PlaceOf(usage)} uses {usage.Name}";
        Violations.ExpectNone(strays);
    }

    [Test]
    public void Versions_are_pinned_in_one_place()
    {
        string[] folders = ["src", "tests", "tools"];
        var versioned =
            from path in folders.SelectMany(SourceTree.ProjectFiles)
            from package in XDocument.Load(path).Descendants("PackageReference")
            where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null
            select $"{path}: {package.Attribute("Include")?.Value}";
        Violations.ExpectNone(versioned);
    }

    private static bool IsOf(string used, string space) => used == space || used.StartsWith(space + ".", StringComparison.Ordinal);

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(project).Descendants(kind).Select(e => e.Attribute("Include")?.Value ?? "");
}
