using System.Collections.Immutable;

namespace Deck.Models.Engine.Loading.Resources;

/// <summary>Lists the files of a package with what each is there for, by its folder and its extension.</summary>
internal static class PackageInventory
{
    private static readonly string[] JinjaExtensions = [".j2", ".jinja2", ".jinja"];

    /// <summary>Every file once per use, in order of path within each folder.</summary>
    /// <param name="allowsJinja">Whether files may be called `.sql.jinja` and the like: dbt's flag `allow_jinja_file_extensions`.</param>
    public static ImmutableArray<InventoryEntry> List(PackageFolder folder, ProjectFile project, bool allowsJinja)
    {
        FolderUse[] uses =
        [
            new(project.ModelPaths, Model),
            new(project.SeedPaths, (_, path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? PackageItem.Seed : Properties(path)),
            new(project.SnapshotPaths, (_, path) => IsSql(path) ? PackageItem.SnapshotBlocks : Properties(path)),
            new(project.AnalysisPaths, (_, path) => IsSql(path) ? PackageItem.Analysis : Properties(path)),
            new(project.MacroPaths, (_, path) => IsSql(path) ? PackageItem.MacroBlocks : Properties(path)),
            new(project.TestPaths, Test),
            new(project.FunctionPaths, (_, path) => IsSql(path) || IsOtherLanguage(path) ? PackageItem.Function : Properties(path)),
        ];
        FolderUse docs = new(project.DocsPaths, (_, path) => IsDocs(path) ? PackageItem.DocsBlocks : null);
        HashSet<string> seen = new(StringComparer.Ordinal);
        return
        [
            .. uses.SelectMany(use => Find(folder, use, (!project.DocsPaths.IsEmpty, allowsJinja)))
                .Concat(Find(folder, docs, (false, allowsJinja)))
                .Where(entry => seen.Add($"{(int)entry.Item} {entry.Path}")),
        ];
    }

    private static IEnumerable<InventoryEntry> Find(PackageFolder folder, FolderUse use, (bool SkipsDocs, bool AllowsJinja) options)
    {
        foreach (string root in use.Roots)
        {
            foreach (string path in folder.List(root))
            {
                string below = root.Length == 0 ? path : path[(root.Length + 1)..];
                string plain = options.AllowsJinja ? Plain(path) : path;
                PackageItem? item = IsDocs(plain) && !options.SkipsDocs ? PackageItem.DocsBlocks : use.Classify(below, plain);
                if (item is { } kind)
                {
                    yield return new InventoryEntry(kind, path, below) { Name = Path.GetFileNameWithoutExtension(plain) };
                }
            }
        }
    }

    private static PackageItem? Model(string below, string path) => IsSql(path)
        ? PackageItem.Model
        : path.EndsWith(".py", StringComparison.Ordinal) ? PackageItem.PythonModel : Properties(path);

    /// <summary>`generic/` below a test folder holds generic tests, `fixtures/` the rows of unit tests.</summary>
    private static PackageItem? Test(string below, string path)
    {
        if (below.StartsWith("fixtures/", StringComparison.Ordinal))
        {
            return IsSql(path) || path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? PackageItem.Fixture : null;
        }

        bool generic = below.StartsWith("generic/", StringComparison.Ordinal);
        return IsSql(path) ? generic ? PackageItem.GenericTestBlocks : PackageItem.SingularTest : Properties(path);
    }

    private static PackageItem? Properties(string path) =>
        path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal) ? PackageItem.Properties : null;

    private static bool IsSql(string path) => path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path without the extension of templates that dbt's flag allows after `.sql` and `.md`.</summary>
    private static string Plain(string path) =>
        Array.Find(JinjaExtensions, e => path.EndsWith(e, StringComparison.Ordinal)) is { } extension && path[..^extension.Length] is var plain && (IsSql(plain) || IsDocs(plain)) ? plain : path;

    private static bool IsOtherLanguage(string path) => path.EndsWith(".py", StringComparison.Ordinal) || path.EndsWith(".js", StringComparison.Ordinal);

    private static bool IsDocs(string path) => path.EndsWith(".md", StringComparison.Ordinal);

    /// <summary>Folders of one kind, and what their files are.</summary>
    private sealed record FolderUse(ImmutableArray<string> Roots, Func<string, string, PackageItem?> Classify);
}
