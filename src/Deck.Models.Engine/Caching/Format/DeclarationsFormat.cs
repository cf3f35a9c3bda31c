using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of what a project declares besides nodes and macros.</summary>
internal static class DeclarationsFormat
{
    public static void Write(CacheWriter writer, ProjectDeclarations declarations)
    {
        writer.Number(declarations.Docs.Length);
        foreach (DocBlock block in declarations.Docs)
        {
            writer.Text(block.PackageName);
            writer.Text(block.Name);
            writer.Text(block.Path);
            writer.Text(block.OriginalFilePath);
            writer.Source(block.Contents);
        }

        writer.Number(declarations.Groups.Length);
        foreach (Group group in declarations.Groups)
        {
            WriteGroup(writer, group);
        }

        MacroFormat.Write(writer, declarations.Macros);
    }

    /// <param name="selectors">The project's selectors.yml, which is read each time.</param>
    public static ProjectDeclarations Read(CacheReader reader, YamlNode? selectors) => new()
    {
        Selectors = selectors is null ? [] : SelectorDicts.Of(selectors),
        Docs = ReadDocs(reader),
        Groups = ReadGroups(reader),
        Macros = MacroFormat.ReadDescriptions(reader),
    };

    private static ImmutableArray<DocBlock> ReadDocs(CacheReader reader)
    {
        int count = reader.Number();
        ImmutableArray<DocBlock>.Builder blocks = ImmutableArray.CreateBuilder<DocBlock>(count);
        for (int i = 0; i < count; i++)
        {
            blocks.Add(new DocBlock(reader.Text(), reader.Text(), reader.Text(), reader.Text(), reader.SourceOrNull() ?? new SourceText("", "")));
        }

        return blocks.MoveToImmutable();
    }

    private static void WriteGroup(CacheWriter writer, Group group)
    {
        writer.Text(group.Name);
        writer.Text(group.PackageName);
        writer.Text(group.OriginalFilePath);
        writer.Text(group.Path);
        ValueFormat.Write(writer, group.Owner);
        writer.Text(group.Description);
        ValueFormat.Write(writer, group.Meta);
    }

    private static ImmutableArray<Group> ReadGroups(CacheReader reader)
    {
        int count = reader.Number();
        ImmutableArray<Group>.Builder groups = ImmutableArray.CreateBuilder<Group>(count);
        for (int i = 0; i < count; i++)
        {
            groups.Add(new Group
            {
                Name = reader.Text(),
                PackageName = reader.Text(),
                OriginalFilePath = reader.Text(),
                Path = reader.Text(),
                Owner = ValueFormat.ReadDict(reader),
                Description = reader.TextOrNull(),
                Meta = ValueFormat.ReadDict(reader),
            });
        }

        return groups.MoveToImmutable();
    }
}
