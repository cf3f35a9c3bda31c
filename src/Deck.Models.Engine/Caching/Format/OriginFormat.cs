using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of what files say of a node: its references, its docs blocks, its configs as written.</summary>
internal static class OriginFormat
{
    public static void Write(CacheWriter writer, NodeOrigin origin)
    {
        CallFormat.Write(writer, new TextCalls(origin.Refs, origin.Sources, origin.Metrics, origin.Functions));
        writer.Texts(origin.DocBlocks);
        NodeFormat.Write(writer, origin.Place);
        int length = writer.Position;
        writer.Fixed(0);
        ValueFormat.Write(writer, origin.UnrenderedConfig);
        writer.Patch(length, writer.Position - length - sizeof(int));
    }

    public static NodeOrigin Read(CacheReader reader)
    {
        TextCalls calls = CallFormat.Read(reader);
        ImmutableArray<string> blocks = reader.Texts();
        RelationName? place = NodeFormat.ReadRelation(reader);
        int at = reader.SkipPart();
        CacheContent content = reader.Content;
        return new NodeOrigin(() => ValueFormat.ReadDict(content.ReaderAt(at))) { Refs = calls.Refs, Sources = calls.Sources, Metrics = calls.Metrics, Functions = calls.Functions, DocBlocks = blocks, Place = place };
    }
}
