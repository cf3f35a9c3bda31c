using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Blocks;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>Groups, docs blocks and macros as dbt's dicts.</summary>
internal static class DeclarationDict
{
    public static FieldsValue Of(Group group) => new(
    [
        new("name", Value.Of(group.Name)),
        new("resource_type", Value.Of("group")),
        new("package_name", Value.Of(group.PackageName)),
        new("path", Value.Of(group.Path)),
        new("original_file_path", Value.Of(group.OriginalFilePath)),
        new("unique_id", Value.Of(group.UniqueId)),
        new("owner", ExposureDict.OwnerOf(group.Owner)),
        new("description", Value.Of(group.Description)),
        new("config", new FieldsValue([new("meta", group.Meta)])),
    ]);

    public static FieldsValue Of(DocBlock doc) => new(
    [
        new("name", Value.Of(doc.Name)),
        new("resource_type", Value.Of("doc")),
        new("package_name", Value.Of(doc.PackageName)),
        new("path", Value.Of(doc.Path)),
        new("original_file_path", Value.Of(doc.OriginalFilePath)),
        new("unique_id", Value.Of(doc.UniqueId)),
        new("block_contents", Value.Of(doc.Contents.Content.Trim())),
    ]);

    public static FieldsValue Of(Macro macro, MacroDescription described, MacroOutline outline)
    {
        FieldsValue docs = FieldsValue.Of(described.Docs, NodeFields.AddDocs);
        return new FieldsValue(
        [
            new("name", Value.Of(macro.Name)),
            new("resource_type", Value.Of("macro")),
            new("package_name", Value.Of(macro.PackageName)),
            new("path", Value.Of(macro.OriginalFilePath)),
            new("original_file_path", Value.Of(macro.OriginalFilePath)),
            new("unique_id", Value.Of(macro.UniqueId)),
            new("macro_sql", Value.Of(macro.Block.Content)),
            new("depends_on", new FieldsValue([new("macros", NodeFields.Texts(outline.Calls))])),
            new("description", Value.Of(described.Description)),
            new("meta", described.Meta),
            new("docs", docs),
            new("config", new FieldsValue([new("meta", described.Meta), new("docs", docs)])),
            new("patch_path", Value.Of(described.PatchPath)),
            new("arguments", Value.List(ArgumentsOf(macro, described, outline))),
            new("supported_languages", macro.Kind == BlockKinds.Materialization ? NodeFields.Texts(["sql"]) : (Value)Value.None),
        ]);
    }

    /// <summary>The described arguments, else those of the definition.</summary>
    private static IEnumerable<Value> ArgumentsOf(Macro macro, MacroDescription described, MacroOutline outline) => described.Arguments.IsEmpty && !macro.IsInTestFolder
        ? outline.Arguments.Select(name => new FieldsValue([new("name", Value.Of(name)), new("type", Value.None), new("description", Value.Of(""))]))
        : described.Arguments;
}
