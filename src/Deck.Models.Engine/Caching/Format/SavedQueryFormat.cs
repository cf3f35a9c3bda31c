using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Semantics;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of saved queries.</summary>
internal static class SavedQueryFormat
{
    public static void Write(CacheWriter writer, SavedQueryDefinition query)
    {
        writer.Text(query.Description);
        writer.Text(query.Label);
        FilterFormat.Write(writer, query.Metrics);
        FilterFormat.Write(writer, query.GroupBy);
        FilterFormat.Write(writer, query.OrderBy);
        FilterFormat.Write(writer, query.Where);
        ValueFormat.Write(writer, query.Limit);
        writer.All(query.Exports, WriteExport);
    }

    public static SavedQueryDefinition Read(CacheReader reader) => new()
    {
        Description = reader.TextOrNull(),
        Label = reader.TextOrNull(),
        Metrics = FilterFormat.ReadTexts(reader),
        GroupBy = FilterFormat.ReadTexts(reader),
        OrderBy = FilterFormat.ReadTexts(reader),
        Where = FilterFormat.Read(reader),
        Limit = ValueFormat.ReadOrNull(reader),
        Exports = reader.All(() => ReadExport(reader)),
    };

    private static void WriteExport(CacheWriter writer, SavedQueryExport export)
    {
        writer.Text(export.Name);
        writer.Text(export.ExportAs);
        NodeFormat.Write(writer, export.Relation);
        ValueFormat.Write(writer, export.Written);
        writer.Place(export.Location);
    }

    private static SavedQueryExport ReadExport(CacheReader reader) => new()
    {
        Name = reader.Text(),
        ExportAs = reader.Text(),
        Relation = NodeFormat.ReadRelation(reader) ?? new RelationName(null, "", ""),
        Written = ValueFormat.ReadDict(reader),
        Location = reader.Place(),
    };
}
