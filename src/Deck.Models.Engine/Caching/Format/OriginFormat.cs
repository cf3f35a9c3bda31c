using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of what files say of a node: its references, its docs blocks, its configs as written.</summary>
internal static class OriginFormat
{
    public static void Write(CacheWriter writer, NodeOrigin origin)
    {
        WriteRefs(writer, origin.Refs);
        WriteSources(writer, origin.Sources);
        WriteMetrics(writer, origin.Metrics);
        WriteFunctions(writer, origin.Functions);
        writer.Texts(origin.DocBlocks);
        NodeFormat.Write(writer, origin.Place);
        int length = writer.Position;
        writer.Fixed(0);
        ValueFormat.Write(writer, origin.UnrenderedConfig);
        writer.Patch(length, writer.Position - length - sizeof(int));
    }

    public static NodeOrigin Read(CacheReader reader)
    {
        ImmutableArray<RefCall> refs = ReadRefs(reader);
        ImmutableArray<SourceCall> sources = ReadSources(reader);
        ImmutableArray<MetricCall> metrics = ReadMetrics(reader);
        ImmutableArray<FunctionCall> functions = ReadFunctions(reader);
        ImmutableArray<string> blocks = reader.Texts();
        RelationName? place = NodeFormat.ReadRelation(reader);
        int at = reader.SkipPart();
        CacheContent content = reader.Content;
        return new NodeOrigin(() => ValueFormat.ReadDict(content.ReaderAt(at))) { Refs = refs, Sources = sources, Metrics = metrics, Functions = functions, DocBlocks = blocks, Place = place };
    }

    private static void WriteRefs(CacheWriter writer, ImmutableArray<RefCall> refs)
    {
        writer.Number(refs.Length);
        foreach (RefCall call in refs)
        {
            writer.Text(call.Package);
            writer.Text(call.Name);
            ValueFormat.Write(writer, call.Version);
            writer.Place(call.Location);
        }
    }

    private static ImmutableArray<RefCall> ReadRefs(CacheReader reader)
    {
        int count = reader.Number();
        ImmutableArray<RefCall>.Builder refs = ImmutableArray.CreateBuilder<RefCall>(count);
        for (int i = 0; i < count; i++)
        {
            refs.Add(new RefCall(reader.TextOrNull(), reader.Text(), ValueFormat.ReadOrNull(reader), reader.Place()));
        }

        return refs.MoveToImmutable();
    }

    private static void WriteMetrics(CacheWriter writer, ImmutableArray<MetricCall> metrics)
    {
        writer.Number(metrics.Length);
        foreach (MetricCall call in metrics)
        {
            writer.Text(call.Package);
            writer.Text(call.Name);
            writer.Place(call.Location);
        }
    }

    private static ImmutableArray<MetricCall> ReadMetrics(CacheReader reader)
    {
        int count = reader.Number();
        ImmutableArray<MetricCall>.Builder metrics = ImmutableArray.CreateBuilder<MetricCall>(count);
        for (int i = 0; i < count; i++)
        {
            metrics.Add(new MetricCall(reader.TextOrNull(), reader.Text(), reader.Place()));
        }

        return metrics.MoveToImmutable();
    }

    private static void WriteFunctions(CacheWriter writer, ImmutableArray<FunctionCall> functions)
    {
        writer.Number(functions.Length);
        foreach (FunctionCall call in functions)
        {
            writer.Text(call.Package);
            writer.Text(call.Name);
            writer.Place(call.Location);
        }
    }

    private static ImmutableArray<FunctionCall> ReadFunctions(CacheReader reader)
    {
        int count = reader.Number();
        ImmutableArray<FunctionCall>.Builder functions = ImmutableArray.CreateBuilder<FunctionCall>(count);
        for (int i = 0; i < count; i++)
        {
            functions.Add(new FunctionCall(reader.TextOrNull(), reader.Text(), reader.Place()));
        }

        return functions.MoveToImmutable();
    }

    private static void WriteSources(CacheWriter writer, ImmutableArray<SourceCall> sources)
    {
        writer.Number(sources.Length);
        foreach (SourceCall call in sources)
        {
            writer.Text(call.Source);
            writer.Text(call.Table);
            writer.Place(call.Location);
        }
    }

    private static ImmutableArray<SourceCall> ReadSources(CacheReader reader)
    {
        int count = reader.Number();
        ImmutableArray<SourceCall>.Builder sources = ImmutableArray.CreateBuilder<SourceCall>(count);
        for (int i = 0; i < count; i++)
        {
            sources.Add(new SourceCall(reader.Text(), reader.Text(), reader.Place()));
        }

        return sources.MoveToImmutable();
    }
}
