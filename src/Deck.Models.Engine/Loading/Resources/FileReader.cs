using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Properties;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Resources;

/// <summary>Reads one file of a package for its use; independent of every other file.</summary>
internal static class FileReader
{
    public static FileContents Read(PackageFolder folder, string package, InventoryEntry entry)
    {
        if (entry.Item == PackageItem.Seed)
        {
            return ReadSeed(folder, package, entry);
        }

        Checked<SourceText> read = folder.ReadText(entry.Path);
        if (read.Value is not { } text)
        {
            return new FileContents { Diagnostics = read.Diagnostics };
        }

        return entry.Item switch
        {
            PackageItem.Model => ReadTemplate(ResourceType.Model, package, entry, text),
            PackageItem.SingularTest => ReadTemplate(ResourceType.Test, package, entry, text),
            PackageItem.Analysis => ReadTemplate(ResourceType.Analysis, package, entry, text),
            PackageItem.Function => ReadTemplate(ResourceType.Function, package, entry, text),
            PackageItem.SnapshotBlocks => BlockReader.ReadSnapshots(package, entry, text),
            PackageItem.MacroBlocks => BlockReader.ReadMacros(package, entry.Path, text),
            PackageItem.GenericTestBlocks => BlockReader.ReadMacros(package, entry.Path, text, ofTests: true),
            PackageItem.DocsBlocks => BlockReader.ReadDocs(text),
            PackageItem.Properties => PropertiesReader.Read(package, entry.Path, text),
            PackageItem.Fixture => new FileContents { Fixture = text },
            _ => ReportPython(text),
        };
    }

    /// <summary>dbt strips a file before it parses it; the template is that part of the file.</summary>
    private static FileContents ReadTemplate(ResourceType type, string package, InventoryEntry entry, SourceText text)
    {
        SourceText body = Strip(text);
        Checked<Template> template = TemplateParser.Parse(body, TemplateDialect.Dbt);
        ResourceFile file = new()
        {
            ResourceType = type,
            PackageName = package,
            Name = entry.Name,
            OriginalFilePath = entry.Path,
            Path = entry.Below,
            Text = body,
            Code = template.HasErrors ? null : NodeCode.Of(template.Value),
            Checksum = Checksum.OfText(text.Content),
        };
        return new FileContents { Files = [file], Diagnostics = template.Diagnostics };
    }

    private static FileContents ReadSeed(PackageFolder folder, string package, InventoryEntry entry)
    {
        ResourceFile file = new()
        {
            ResourceType = ResourceType.Seed,
            PackageName = package,
            Name = entry.Name,
            OriginalFilePath = entry.Path,
            Path = entry.Below,
            Text = new SourceText(folder.Shown(entry.Path), ""),
            Checksum = Checksum.OfSeed(folder, entry.Path),
        };
        return new FileContents { Files = [file] };
    }

    private static SourceText Strip(SourceText text)
    {
        int start = text.Content.Length - text.Content.AsSpan().TrimStart().Length;
        int length = text.Content.AsSpan().Trim().Length;
        return length == text.Content.Length ? text : text.Slice(new TextSpan(length == 0 ? 0 : start, length));
    }

    private static FileContents ReportPython(SourceText text) => new()
    {
        Diagnostics =
        [
            Diagnostic.Notice(LoadingCodes.Unsupported, "PostgreSQL runs no Python models; this one is ignored", new Location(text, default)),
        ],
    };
}
