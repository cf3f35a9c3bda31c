using System.Collections.Immutable;
using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Caching;

/// <summary>The notation of a resolved project. Nodes stand in rows, so that several threads can read them.</summary>
internal static class ManifestFormat
{
    private const int RowLength = 256;

    public static void Write(CacheWriter writer, Manifest manifest)
    {
        MacroFormat.Write(writer, [.. manifest.Macros.All.Where(m => m.PackageName != MacroRegistry.InternalPackage)]);
        DeclarationsFormat.Write(writer, manifest.Declarations);
        WriteOutlines(writer, manifest.Outlines);
        WriteNodes(writer, manifest.Nodes);
        WriteNodes(writer, manifest.Disabled);
        WriteNodes(writer, manifest.IncompleteTests);
    }

    public static Manifest Read(CacheReader reader, ProjectSources sources)
    {
        IEnumerable<Macro> macros = MacroFormat.Read(reader).Concat(MacroLibrary.Load().Value?.Macros ?? []);
        ProjectDeclarations declarations = DeclarationsFormat.Read(reader, sources.Selectors);
        MacroOutlines outlines = ReadOutlines(reader);
        ImmutableArray<Node> nodes = ReadNodes(reader);
        return new Manifest(ProjectContext.Of(sources), nodes, MacroRegistry.Of(macros, sources), ReadNodes(reader))
        {
            IncompleteTests = ReadNodes(reader),
            Declarations = declarations,
            Outlines = outlines,
        };
    }

    /// <summary>A part of its own, which most commands leave unread.</summary>
    private static void WriteOutlines(CacheWriter writer, MacroOutlines outlines)
    {
        int length = writer.Position;
        writer.Fixed(0);
        writer.Number(outlines.All.Count);
        foreach ((string macro, MacroOutline outline) in outlines.All)
        {
            writer.Text(macro);
            writer.Texts(outline.Arguments);
            writer.Texts(outline.Calls);
        }

        writer.Patch(length, writer.Position - length - sizeof(int));
    }

    private static MacroOutlines ReadOutlines(CacheReader reader)
    {
        CacheReader own = reader.Content.ReaderAt(reader.SkipPart());
        return new MacroOutlines(() =>
        {
            int count = own.Number();
            Dictionary<string, MacroOutline> outlines = new(count, StringComparer.Ordinal);
            for (int i = 0; i < count; i++)
            {
                outlines.Add(own.Text(), new MacroOutline(own.Texts(), own.Texts()));
            }

            return outlines;
        });
    }

    private static void WriteNodes(CacheWriter writer, ImmutableArray<Node> nodes)
    {
        int length = writer.Position;
        writer.Fixed(0);
        writer.Number(nodes.Length);
        int rows = writer.Position;
        for (int row = 0; row < RowsOf(nodes.Length); row++)
        {
            writer.Fixed(0);
        }

        for (int i = 0; i < nodes.Length; i++)
        {
            if (i % RowLength == 0)
            {
                writer.Patch(rows + (i / RowLength * sizeof(int)), writer.Position);
            }

            NodeFormat.Write(writer, nodes[i]);
        }

        writer.Patch(length, writer.Position - length - sizeof(int));
    }

    private static ImmutableArray<Node> ReadNodes(CacheReader reader)
    {
        CacheContent content = reader.Content;
        CacheReader own = content.ReaderAt(reader.SkipPart());
        Node[] nodes = new Node[own.Number()];
        int rows = own.Position;
        Parallel.For(0, RowsOf(nodes.Length), row =>
        {
            CacheReader one = content.ReaderAt(content.IntegerAt(rows + (row * sizeof(int))));
            for (int i = row * RowLength; i < Math.Min(nodes.Length, (row + 1) * RowLength); i++)
            {
                nodes[i] = NodeFormat.Read(one);
            }
        });
        return ImmutableArray.Create(nodes);
    }

    private static int RowsOf(int nodes) => (nodes + RowLength - 1) / RowLength;
}
