using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Blocks;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Resources;

/// <summary>Reads files that are cut into blocks: macros, snapshots, docs.</summary>
internal static class BlockReader
{
    private const BlockKinds MacroKinds = BlockKinds.Macro | BlockKinds.Materialization | BlockKinds.Test | BlockKinds.DataTest;

    /// <summary>Macros, generic tests and materializations; each is parsed only when it is first needed.</summary>
    /// <param name="path">The file's path from the package's folder.</param>
    /// <param name="ofTests">True for a file of a test folder.</param>
    public static FileContents ReadMacros(string package, string path, SourceText text, bool ofTests = false)
    {
        Checked<TemplateBlockList> blocks = BlockLexer.Extract(text, MacroKinds);
        // dbt strips files: white space that `-%}` takes along is a block's own only where more follows.
        int end = text.Content.AsSpan().TrimEnd().Length;
        return new FileContents
        {
            Macros = blocks.Value is null ? [] : [.. blocks.Value.Blocks.Select(b => new Macro(package, MacroNameOf(text, b), b.Kind, text.Slice(TextSpan.Between(b.Whole.Start, Math.Min(b.Whole.End, end)))) { OriginalFilePath = path, IsInTestFolder = ofTests })],
            Diagnostics = blocks.Diagnostics,
        };
    }

    public static FileContents ReadSnapshots(string package, InventoryEntry entry, SourceText text)
    {
        Checked<TemplateBlockList> blocks = BlockLexer.Extract(text, BlockKinds.Snapshot);
        if (blocks.Value is null)
        {
            return new FileContents { Diagnostics = blocks.Diagnostics };
        }

        if (blocks.Value.Blocks.IsEmpty)
        {
            Diagnostic none = Diagnostic.Warning(LoadingCodes.NoBlock, "this file of a snapshot folder holds no `{% snapshot %}` block; it is ignored", new Location(text, default));
            return new FileContents { Diagnostics = [none] };
        }

        List<Diagnostic> diagnostics = [.. blocks.Diagnostics];
        List<ResourceFile> files = [];
        foreach (TemplateBlock block in blocks.Value.Blocks)
        {
            Checked<Template> template = TemplateParser.Parse(text.Slice(block.Contents), TemplateDialect.Dbt);
            diagnostics.AddRange(template.Diagnostics);
            files.Add(SnapshotOf(package, entry, (text, block), template));
        }

        return new FileContents { Files = [.. files], Diagnostics = [.. diagnostics] };
    }

    public static FileContents ReadDocs(SourceText text)
    {
        Checked<TemplateBlockList> blocks = BlockLexer.Extract(text, BlockKinds.Docs);
        return new FileContents
        {
            Docs = blocks.Value is null ? [] : [.. blocks.Value.Blocks.Select(b => new DocsBlock(b.Name, text.Slice(b.Contents)))],
            Diagnostics = blocks.Diagnostics,
        };
    }

    private static ResourceFile SnapshotOf(string package, InventoryEntry entry, (SourceText File, TemplateBlock Block) cut, Checked<Template> template) => new()
    {
        ResourceType = ResourceType.Snapshot,
        PackageName = package,
        Name = cut.Block.Name,
        OriginalFilePath = entry.Path,
        Path = entry.Below,
        Text = template.Value?.Source ?? cut.File.Slice(cut.Block.Contents),
        Code = template.HasErrors ? null : NodeCode.Of(template.Value),
        Checksum = Checksum.OfText(cut.File.Content),
    };

    /// <summary>The name that calls use: tests get dbt's `test_`, materializations `materialization_` and their adapter.</summary>
    private static string MacroNameOf(SourceText text, TemplateBlock block) => block.Kind switch
    {
        BlockKinds.Test or BlockKinds.DataTest => $"test_{block.Name}",
        BlockKinds.Materialization => $"materialization_{block.Name}_{AdapterOf(text.Content.AsSpan()[block.Whole.Start..block.Contents.Start])}",
        _ => block.Name,
    };

    /// <summary>`adapter='postgres'` in a materialization's tag, or `default`.</summary>
    private static string AdapterOf(ReadOnlySpan<char> tag)
    {
        int key = tag.IndexOf("adapter");
        ReadOnlySpan<char> rest = key < 0 ? [] : tag[(key + "adapter".Length)..].TrimStart().TrimStart('=').TrimStart();
        int end = rest.Length > 1 && rest[0] is '\'' or '"' ? rest[1..].IndexOf(rest[0]) : -1;
        return end < 0 ? "default" : rest.Slice(1, end).ToString();
    }
}
