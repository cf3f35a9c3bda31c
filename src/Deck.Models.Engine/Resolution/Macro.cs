using Deck.Models.Templating;
using Deck.Models.Templating.Blocks;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>A macro, generic test or materialization: one block of a macro file, parsed when first needed.</summary>
public sealed class Macro
{
    private readonly Lazy<Checked<Template>> template;

    public Macro(string packageName, string name, BlockKinds kind, SourceText block)
    {
        PackageName = packageName;
        Name = name;
        Kind = kind;
        Block = block;
        template = new Lazy<Checked<Template>>(() => TemplateParser.Parse(block, TemplateDialect.Dbt));
    }

    /// <summary>dbt's `macro.package.name`.</summary>
    public string UniqueId => $"macro.{PackageName}.{Name}";

    public string PackageName { get; }

    /// <summary>The name that calls use: `test_unique` for a test, `materialization_view_default` for a materialization.</summary>
    public string Name { get; }

    public BlockKinds Kind { get; }

    /// <summary>Exactly the block's text, a slice of its file.</summary>
    public SourceText Block { get; }

    /// <summary>Path of the macro's file from its package's folder.</summary>
    public required string OriginalFilePath { get; init; }

    /// <summary>True for a generic test in a folder of tests; dbt finds no arguments in such files.</summary>
    public bool IsInTestFolder { get; init; }

    /// <summary>The parsed block; the same for every caller and thread.</summary>
    public Checked<Template> Template => template.Value;
}
