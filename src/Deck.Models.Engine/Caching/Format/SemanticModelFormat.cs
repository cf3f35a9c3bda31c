using Deck.Models.Engine.Resolution.Semantics;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of semantic models, and of how values are aggregated.</summary>
internal static class SemanticModelFormat
{
    public static void Write(CacheWriter writer, SemanticModelDefinition model)
    {
        writer.Text(model.Model);
        writer.Text(model.Description);
        writer.Text(model.Label);
        writer.Flag(model.HasDefaults);
        writer.Text(model.DefaultTimeDimension);
        writer.Text(model.PrimaryEntity);
        writer.All(model.Entities, WriteEntity);
        writer.All(model.Measures, WriteMeasure);
        writer.All(model.Dimensions, WriteDimension);
    }

    public static SemanticModelDefinition Read(CacheReader reader) => new()
    {
        Model = reader.Text(),
        Description = reader.TextOrNull(),
        Label = reader.TextOrNull(),
        HasDefaults = reader.Flag(),
        DefaultTimeDimension = reader.TextOrNull(),
        PrimaryEntity = reader.TextOrNull(),
        Entities = reader.All(() => ReadEntity(reader)),
        Measures = reader.All(() => ReadMeasure(reader)),
        Dimensions = reader.All(() => ReadDimension(reader)),
    };

    public static void Write(CacheWriter writer, Aggregation aggregation)
    {
        writer.Text(aggregation.Function);
        writer.Optional(aggregation.Percentile, WritePercentile);
        writer.Optional(aggregation.NonAdditive, WriteNonAdditive);
        writer.Text(aggregation.TimeDimension);
    }

    public static Aggregation ReadAggregation(CacheReader reader) => new()
    {
        Function = reader.Text(),
        Percentile = reader.Optional(() => new PercentileParameters(ValueFormat.ReadOrNull(reader), reader.Flag(), reader.Flag())),
        NonAdditive = reader.Optional(() => new NonAdditiveDimension { Name = reader.Text(), WindowChoice = reader.Text(), WindowGroupings = reader.Texts(), Location = reader.Place() }),
        TimeDimension = reader.TextOrNull(),
    };

    private static void WriteEntity(CacheWriter writer, SemanticEntity entity)
    {
        writer.Text(entity.Name);
        writer.Text(entity.Type);
        writer.Text(entity.Description);
        writer.Text(entity.Label);
        writer.Text(entity.Role);
        writer.Text(entity.Expression);
        ValueFormat.Write(writer, entity.Meta);
        writer.Place(entity.Location);
    }

    private static SemanticEntity ReadEntity(CacheReader reader) => new()
    {
        Name = reader.Text(),
        Type = reader.Text(),
        Description = reader.TextOrNull(),
        Label = reader.TextOrNull(),
        Role = reader.TextOrNull(),
        Expression = reader.TextOrNull(),
        Meta = ValueFormat.ReadDict(reader),
        Location = reader.Place(),
    };

    private static void WriteMeasure(CacheWriter writer, SemanticMeasure measure)
    {
        writer.Text(measure.Name);
        Write(writer, measure.Aggregation);
        writer.Text(measure.Description);
        writer.Text(measure.Label);
        writer.Text(measure.Expression);
        ValueFormat.Write(writer, measure.Meta);
        writer.Place(measure.Location);
    }

    private static SemanticMeasure ReadMeasure(CacheReader reader) => new()
    {
        Name = reader.Text(),
        Aggregation = ReadAggregation(reader),
        Description = reader.TextOrNull(),
        Label = reader.TextOrNull(),
        Expression = reader.TextOrNull(),
        Meta = ValueFormat.ReadDict(reader),
        Location = reader.Place(),
    };

    private static void WriteDimension(CacheWriter writer, SemanticDimension dimension)
    {
        writer.Text(dimension.Name);
        writer.Text(dimension.Type);
        writer.Text(dimension.Description);
        writer.Text(dimension.Label);
        writer.Flag(dimension.IsPartition);
        writer.Text(dimension.Granularity);
        writer.Optional(dimension.Validity, WriteValidity);
        writer.Text(dimension.Expression);
        ValueFormat.Write(writer, dimension.Meta);
        writer.Place(dimension.Location);
    }

    private static SemanticDimension ReadDimension(CacheReader reader) => new()
    {
        Name = reader.Text(),
        Type = reader.Text(),
        Description = reader.TextOrNull(),
        Label = reader.TextOrNull(),
        IsPartition = reader.Flag(),
        Granularity = reader.TextOrNull(),
        Validity = reader.Optional(() => new DimensionValidity(reader.Flag(), reader.Flag())),
        Expression = reader.TextOrNull(),
        Meta = ValueFormat.ReadDict(reader),
        Location = reader.Place(),
    };

    private static void WriteValidity(CacheWriter writer, DimensionValidity validity)
    {
        writer.Flag(validity.IsStart);
        writer.Flag(validity.IsEnd);
    }

    private static void WritePercentile(CacheWriter writer, PercentileParameters percentile)
    {
        ValueFormat.Write(writer, percentile.Percentile);
        writer.Flag(percentile.IsDiscrete);
        writer.Flag(percentile.IsApproximate);
    }

    private static void WriteNonAdditive(CacheWriter writer, NonAdditiveDimension dimension)
    {
        writer.Text(dimension.Name);
        writer.Text(dimension.WindowChoice);
        writer.Texts(dimension.WindowGroupings);
        writer.Place(dimension.Location);
    }
}
