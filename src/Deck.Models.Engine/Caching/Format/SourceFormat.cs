using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of what a source's table adds to other nodes.</summary>
internal static class SourceFormat
{
    public static void Write(CacheWriter writer, SourceNode source)
    {
        writer.Text(source.SourceName);
        writer.Text(source.Identifier);
        writer.Text(source.SourceDescription);
        writer.Text(source.Loader);
        ValueFormat.Write(writer, source.SourceMeta);
        ValueFormat.Write(writer, source.Freshness);
        writer.Flag(source.HasOwnFreshness);
        ValueFormat.Write(writer, source.Quoting);
        ValueFormat.Write(writer, source.External);
        writer.Text(source.UnrenderedDatabase);
        writer.Text(source.UnrenderedSchema);
        writer.Text(source.LoadedAtField);
        writer.Text(source.LoadedAtQuery);
        writer.Text(source.RelationText);
    }

    public static SourceNode Read(CacheReader reader, NodeHead head) => new(head, reader.Text(), reader.Text())
    {
        SourceDescription = reader.Text(),
        Loader = reader.Text(),
        SourceMeta = ValueFormat.ReadDict(reader),
        Freshness = ValueFormat.ReadOrNull(reader) as DictValue,
        HasOwnFreshness = reader.Flag(),
        Quoting = ValueFormat.ReadDict(reader),
        External = ValueFormat.ReadOrNull(reader) as DictValue,
        UnrenderedDatabase = reader.TextOrNull(),
        UnrenderedSchema = reader.TextOrNull(),
        LoadedAtField = reader.TextOrNull(),
        LoadedAtQuery = reader.TextOrNull(),
        RelationText = reader.Text(),
    };
}
