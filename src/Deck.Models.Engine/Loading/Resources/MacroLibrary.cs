using System.Collections.Immutable;
using System.Reflection;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Resources;

/// <summary>The embedded macro library, package `dbt`: cut into blocks once for a process, each block parsed when it is first called.</summary>
internal static class MacroLibrary
{
    private const string PathStart = "dbt:";

    private static readonly Lazy<Checked<PackageSources>> Library = new(Read);

    public static Checked<PackageSources> Load() => Library.Value;

    /// <summary>True where the text is the library's and not the user's.</summary>
    public static bool Holds(SourceText text) => text.Path.StartsWith(PathStart, StringComparison.Ordinal);

    /// <summary>The text of the block that begins at a place of one of the library's files.</summary>
    public static SourceText BlockAt(string path, int offset) =>
        Library.Value.Value?.Macros.FirstOrDefault(m => m.Block.Path == path && m.Block.ParentOffset == offset)?.Block ?? throw new InvalidOperationException($"{path} has no block at {offset}");

    private static Checked<PackageSources> Read()
    {
        Assembly assembly = typeof(MacroLibrary).Assembly;
        string[] names = [.. assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        FileContents[] contents = [.. names.Select(name => BlockReader.ReadMacros(MacroRegistry.InternalPackage, name, ReadResource(assembly, name, PathStart + name)))];
        PackageSources sources = new()
        {
            Project = new ProjectFile { Name = MacroRegistry.InternalPackage, Source = new SourceText(MacroRegistry.InternalPackage, ""), DocsPaths = ["docs"] },
            Files = [],
            Docs = ImmutableDictionary<string, SourceText>.Empty.Add("__overview__", ReadResource(assembly, "Deck.Models.Engine.Macros.docs.overview.md", "docs/overview.md")),
            Macros = [.. contents.SelectMany(c => c.Macros)],
            Properties = [],
        };
        return Check.Ok(sources, contents.SelectMany(c => c.Diagnostics));
    }

    private static SourceText ReadResource(Assembly assembly, string name, string path)
    {
        using Stream stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"resource {name} is gone");
        using StreamReader reader = new(stream);
        return new SourceText(path, reader.ReadToEnd());
    }
}
