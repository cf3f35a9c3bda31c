using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of what files say of a node: its references, its docs blocks, its configs as written.</summary>
internal static class OriginFormat
{
    public static void Write(CacheWriter writer, NodeOrigin origin)
    {
        WriteAll(writer, origin.Refs, call => WriteRef(writer, call));
        WriteAll(writer, origin.Sources, call => WriteCall(writer, call.Source, call.Table, call.Location));
        WriteAll(writer, origin.Metrics, call => WriteCall(writer, call.Package, call.Name, call.Location));
        WriteAll(writer, origin.Functions, call => WriteCall(writer, call.Package, call.Name, call.Location));
        writer.Texts(origin.DocBlocks);
        NodeFormat.Write(writer, origin.Place);
        int length = writer.Position;
        writer.Fixed(0);
        ValueFormat.Write(writer, origin.UnrenderedConfig);
        writer.Patch(length, writer.Position - length - sizeof(int));
    }

    public static NodeOrigin Read(CacheReader reader)
    {
        ImmutableArray<RefCall> refs = ReadAll(reader, () => new RefCall(reader.TextOrNull(), reader.Text(), ValueFormat.ReadOrNull(reader), reader.Place()));
        ImmutableArray<SourceCall> sources = ReadAll(reader, () => new SourceCall(reader.Text(), reader.Text(), reader.Place()));
        ImmutableArray<MetricCall> metrics = ReadAll(reader, () => new MetricCall(reader.TextOrNull(), reader.Text(), reader.Place()));
        ImmutableArray<FunctionCall> functions = ReadAll(reader, () => new FunctionCall(reader.TextOrNull(), reader.Text(), reader.Place()));
        ImmutableArray<string> blocks = reader.Texts();
        RelationName? place = NodeFormat.ReadRelation(reader);
        int at = reader.SkipPart();
        CacheContent content = reader.Content;
        return new NodeOrigin(() => ValueFormat.ReadDict(content.ReaderAt(at))) { Refs = refs, Sources = sources, Metrics = metrics, Functions = functions, DocBlocks = blocks, Place = place };
    }

    private static void WriteAll<T>(CacheWriter writer, ImmutableArray<T> calls, Action<T> write)
        where T : class
    {
        writer.Number(calls.Length);
        foreach (T call in calls)
        {
            write(call);
        }
    }

    private static ImmutableArray<T> ReadAll<T>(CacheReader reader, Func<T> read)
        where T : class
    {
        int count = reader.Number();
        ImmutableArray<T>.Builder calls = ImmutableArray.CreateBuilder<T>(count);
        for (int i = 0; i < count; i++)
        {
            calls.Add(read());
        }

        return calls.MoveToImmutable();
    }

    private static void WriteRef(CacheWriter writer, RefCall call)
    {
        writer.Text(call.Package);
        writer.Text(call.Name);
        ValueFormat.Write(writer, call.Version);
        writer.Place(call.Location);
    }

    private static void WriteCall(CacheWriter writer, string? owner, string name, Location location)
    {
        writer.Text(owner);
        writer.Text(name);
        writer.Place(location);
    }
}
