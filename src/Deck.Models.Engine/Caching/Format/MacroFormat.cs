using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Blocks;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of macros, and of what is said of them.</summary>
internal static class MacroFormat
{
    public static void Write(CacheWriter writer, IReadOnlyCollection<Macro> macros)
    {
        writer.Number(macros.Count);
        foreach (Macro macro in macros)
        {
            writer.Text(macro.PackageName);
            writer.Text(macro.Name);
            writer.Number((int)macro.Kind);
            writer.Source(macro.Block);
            writer.Text(macro.OriginalFilePath);
            writer.Flag(macro.IsInTestFolder);
        }
    }

    public static ImmutableArray<Macro> Read(CacheReader reader)
    {
        int count = reader.Number();
        ImmutableArray<Macro>.Builder macros = ImmutableArray.CreateBuilder<Macro>(count);
        for (int i = 0; i < count; i++)
        {
            macros.Add(new Macro(reader.Text(), reader.Text(), (BlockKinds)reader.Number(), reader.SourceOrNull() ?? new SourceText("", ""))
            {
                OriginalFilePath = reader.Text(),
                IsInTestFolder = reader.Flag(),
            });
        }

        return macros.MoveToImmutable();
    }

    public static void Write(CacheWriter writer, ImmutableDictionary<string, MacroDescription> described)
    {
        writer.Number(described.Count);
        foreach ((string id, MacroDescription description) in described)
        {
            writer.Text(id);
            writer.Text(description.Description);
            ValueFormat.Write(writer, description.Meta);
            ValueFormat.Write(writer, description.Docs);
            ColumnFormat.Write(writer, description.Arguments);
            writer.Text(description.PatchPath);
        }
    }

    public static ImmutableDictionary<string, MacroDescription> ReadDescriptions(CacheReader reader)
    {
        ImmutableDictionary<string, MacroDescription>.Builder described = ImmutableDictionary.CreateBuilder<string, MacroDescription>();
        int count = reader.Number();
        for (int i = 0; i < count; i++)
        {
            described.Add(reader.Text(), new MacroDescription
            {
                Description = reader.Text(),
                Meta = ValueFormat.ReadDict(reader),
                Docs = ValueFormat.ReadDict(reader),
                Arguments = ColumnFormat.ReadDicts(reader),
                PatchPath = reader.TextOrNull(),
            });
        }

        return described.ToImmutable();
    }
}
