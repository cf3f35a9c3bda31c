using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Resources;

/// <summary>Reads all files of a package, in parallel; the outcome does not depend on which is read first.</summary>
internal static class PackageLoader
{
    /// <param name="package">The package's folder and project file.</param>
    /// <param name="allowsJinja">Whether files may be called `.sql.jinja` and the like.</param>
    /// <param name="read">Reads a file of a package of a name.</param>
    public static Checked<PackageSources> Load(FramedPackage package, bool allowsJinja, Func<PackageFolder, string, InventoryEntry, FileContents> read)
    {
        (PackageFolder folder, ProjectFile project) = package;
        ImmutableArray<InventoryEntry> inventory = PackageInventory.List(folder, project, allowsJinja);
        FileContents[] contents = new FileContents[inventory.Length];
        Parallel.For(0, inventory.Length, i => contents[i] = read(folder, project.Name, inventory[i]));

        List<Diagnostic> diagnostics = [.. contents.SelectMany(c => c.Diagnostics)];
        PackageSources sources = new()
        {
            Project = project,
            Folder = folder.Prefix,
            Files = [.. contents.SelectMany(c => c.Files)],
            Macros = [.. contents.SelectMany(c => c.Macros)],
            Properties = [.. contents.SelectMany(c => c.Properties)],
            Docs = CollectDocs(contents, diagnostics),
            Fixtures = CollectFixtures(inventory, contents),
        };
        return Check.Ok(sources, OncePerProject(diagnostics));
    }

    private static ImmutableDictionary<string, SourceText> CollectDocs(FileContents[] contents, List<Diagnostic> diagnostics)
    {
        Dictionary<string, SourceText> docs = new(StringComparer.Ordinal);
        foreach ((string name, SourceText text) in contents.SelectMany(c => c.Docs))
        {
            if (!docs.TryAdd(name, text))
            {
                diagnostics.Add(Diagnostic.Error(LoadingCodes.DuplicateDocs, $"there are two docs blocks `{name}`", new Location(text, default))
                    .WithRelated([new RelatedLocation("the other one", new Location(docs[name], default))]));
            }
        }

        return docs.ToImmutableDictionary(StringComparer.Ordinal);
    }

    private static ImmutableDictionary<string, SourceText> CollectFixtures(ImmutableArray<InventoryEntry> inventory, FileContents[] contents)
    {
        ImmutableDictionary<string, SourceText>.Builder fixtures = ImmutableDictionary.CreateBuilder<string, SourceText>(StringComparer.Ordinal);
        for (int i = 0; i < contents.Length; i++)
        {
            if (contents[i].Fixture is { } text)
            {
                fixtures[inventory[i].Name] = text;
            }
        }

        return fixtures.ToImmutable();
    }

    /// <summary>A deprecated key is worth one notice, not one for every file.</summary>
    private static IEnumerable<Diagnostic> OncePerProject(List<Diagnostic> diagnostics)
    {
        Diagnostic? first = diagnostics.Find(d => d.Code == LoadingCodes.DeprecatedKey);
        return diagnostics.Where(d => d.Code != LoadingCodes.DeprecatedKey || ReferenceEquals(d, first));
    }
}
