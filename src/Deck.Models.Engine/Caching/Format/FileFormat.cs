using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of what reading one file without mistakes gave: texts are templates when they are first rendered.</summary>
internal static class FileFormat
{
    public static void Write(CacheWriter writer, FileContents contents)
    {
        writer.All(contents.Files, WriteFile);
        MacroFormat.Write(writer, contents.Macros);
        WriteEntries(writer, contents.Properties);
        writer.All(contents.Docs, WriteDocs);
        writer.Source(contents.Fixture);
        DiagnosticFormat.Write(writer, contents.Diagnostics);
    }

    /// <param name="package">The package that the file belongs to.</param>
    public static FileContents Read(CacheReader reader, string package, InventoryEntry entry) => new()
    {
        Files = reader.All(() => ReadFile(reader, package, entry)),
        Macros = MacroFormat.Read(reader),
        Properties = reader.All(() => ReadEntry(reader, package, entry.Path)),
        Docs = reader.All(() => new DocsBlock(reader.Text(), reader.Source())),
        Fixture = reader.SourceOrNull(),
        Diagnostics = DiagnosticFormat.Read(reader),
    };

    private static void WriteFile(CacheWriter writer, ResourceFile file)
    {
        writer.Number((int)file.ResourceType);
        writer.Text(file.Name);
        writer.Source(file.Text);
        writer.Flag(file.Code is not null);
        writer.Text(file.Checksum);
    }

    private static ResourceFile ReadFile(CacheReader reader, string package, InventoryEntry entry)
    {
        ResourceType type = (ResourceType)reader.Number();
        string name = reader.Text();
        SourceText text = reader.Source();
        return new ResourceFile
        {
            ResourceType = type,
            PackageName = package,
            Name = name,
            OriginalFilePath = entry.Path,
            Path = entry.Below,
            Text = text,
            Code = reader.Flag() ? NodeCode.Deferred(text) : null,
            Checksum = reader.Text(),
        };
    }

    private static void WriteEntries(CacheWriter writer, ImmutableArray<PropertiesEntry> entries)
    {
        Dictionary<YamlNode, int> known = YamlFormat.NewTable();
        writer.Number(entries.Length);
        foreach (PropertiesEntry entry in entries)
        {
            writer.Number((int)entry.Kind);
            writer.Text(entry.Name);
            YamlFormat.Write(writer, entry.Yaml, known);
        }
    }

    private static PropertiesEntry ReadEntry(CacheReader reader, string package, string path) => new()
    {
        Kind = (PropertiesKind)reader.Number(),
        Name = reader.Text(),
        PackageName = package,
        OriginalFilePath = path,
        Yaml = YamlFormat.Read(reader) as YamlMapping ?? throw new InvalidOperationException($"an entry of {path} was kept as something else"),
    };

    private static void WriteDocs(CacheWriter writer, DocsBlock block)
    {
        writer.Text(block.Name);
        writer.Source(block.Contents);
    }
}
