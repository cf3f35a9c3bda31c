using Deck.Models.Engine.Resolution.Semantics;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of what makes a model a time spine.</summary>
internal static class TimeSpineFormat
{
    public static void Write(CacheWriter writer, TimeSpine spine)
    {
        writer.Text(spine.StandardColumn);
        writer.All(spine.CustomGranularities, WriteGranularity);
        writer.Place(spine.Location);
    }

    public static TimeSpine Read(CacheReader reader) => new()
    {
        StandardColumn = reader.Text(),
        CustomGranularities = reader.All(() => new CustomGranularity(reader.Text(), reader.TextOrNull(), reader.Place())),
        Location = reader.Place(),
    };

    private static void WriteGranularity(CacheWriter writer, CustomGranularity granularity)
    {
        writer.Text(granularity.Name);
        writer.Text(granularity.ColumnName);
        writer.Place(granularity.Location);
    }
}
