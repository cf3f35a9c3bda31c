using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Semantics;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of what a metric adds to other nodes.</summary>
internal static class MetricFormat
{
    public static void Write(CacheWriter writer, MetricNode metric)
    {
        MetricDefinition definition = metric.Definition;
        writer.Text(definition.Label);
        writer.Text(definition.Type);
        WriteParameters(writer, definition.Parameters);
        FilterFormat.Write(writer, definition.Filter);
        writer.Text(definition.TimeGranularity);
        writer.All(metric.InputMeasures, WriteMeasure);
    }

    public static MetricNode Read(CacheReader reader, NodeHead head) => new(head, ReadDefinition(reader), reader.All(() => ReadMeasure(reader)));

    private static MetricDefinition ReadDefinition(CacheReader reader) => new()
    {
        Label = reader.Text(),
        Type = reader.Text(),
        Parameters = ReadParameters(reader),
        Filter = FilterFormat.Read(reader),
        TimeGranularity = reader.TextOrNull(),
    };

    private static void WriteParameters(CacheWriter writer, MetricParameters parameters)
    {
        writer.Optional(parameters.Measure, WriteMeasure);
        writer.Optional(parameters.Numerator, WriteInput);
        writer.Optional(parameters.Denominator, WriteInput);
        writer.Text(parameters.Expression);
        writer.Optional(parameters.Window, WriteWindow);
        writer.Text(parameters.GrainToDate);
        writer.All(parameters.Metrics, WriteInput);
        writer.Optional(parameters.Conversion, WriteConversion);
        writer.Optional(parameters.Cumulative, WriteCumulative);
        writer.Text(parameters.SemanticModel);
        writer.Optional(parameters.Aggregation, SemanticModelFormat.Write);
        writer.Flag(parameters.JoinsToTimeSpine);
        writer.Number(parameters.IsPrivate switch { null => 0, false => 1, true => 2 });
    }

    private static MetricParameters ReadParameters(CacheReader reader) => new()
    {
        Measure = reader.Optional(() => ReadMeasure(reader)),
        Numerator = reader.Optional(() => ReadInput(reader)),
        Denominator = reader.Optional(() => ReadInput(reader)),
        Expression = reader.TextOrNull(),
        Window = reader.Optional(() => ReadWindow(reader)),
        GrainToDate = reader.TextOrNull(),
        Metrics = reader.All(() => ReadInput(reader)),
        Conversion = reader.Optional(() => ReadConversion(reader)),
        Cumulative = reader.Optional(() => ReadCumulative(reader)),
        SemanticModel = reader.TextOrNull(),
        Aggregation = reader.Optional(() => SemanticModelFormat.ReadAggregation(reader)),
        JoinsToTimeSpine = reader.Flag(),
        IsPrivate = reader.Number() switch { 0 => null, 1 => false, _ => true },
    };

    private static void WriteConversion(CacheWriter writer, ConversionParameters conversion)
    {
        writer.Text(conversion.Entity);
        writer.Optional(conversion.BaseMeasure, WriteMeasure);
        writer.Optional(conversion.ConversionMeasure, WriteMeasure);
        writer.Optional(conversion.BaseMetric, WriteInput);
        writer.Optional(conversion.ConversionMetric, WriteInput);
        writer.Text(conversion.Calculation);
        writer.Optional(conversion.Window, WriteWindow);
        writer.Flag(conversion.ConstantProperties is not null);
        if (conversion.ConstantProperties is { } properties)
        {
            writer.All(properties, WriteProperty);
        }
    }

    private static ConversionParameters ReadConversion(CacheReader reader) => new()
    {
        Entity = reader.Text(),
        BaseMeasure = reader.Optional(() => ReadMeasure(reader)),
        ConversionMeasure = reader.Optional(() => ReadMeasure(reader)),
        BaseMetric = reader.Optional(() => ReadInput(reader)),
        ConversionMetric = reader.Optional(() => ReadInput(reader)),
        Calculation = reader.Text(),
        Window = reader.Optional(() => ReadWindow(reader)),
        ConstantProperties = reader.Flag() ? reader.All(() => new ConstantProperty(reader.Text(), reader.Text())) : null,
    };

    private static void WriteProperty(CacheWriter writer, ConstantProperty property)
    {
        writer.Text(property.BaseProperty);
        writer.Text(property.ConversionProperty);
    }

    private static void WriteCumulative(CacheWriter writer, CumulativeParameters cumulative)
    {
        writer.Optional(cumulative.Window, WriteWindow);
        writer.Text(cumulative.GrainToDate);
        writer.Text(cumulative.PeriodAggregation);
        writer.Optional(cumulative.Metric, WriteInput);
    }

    private static CumulativeParameters ReadCumulative(CacheReader reader) => new()
    {
        Window = reader.Optional(() => ReadWindow(reader)),
        GrainToDate = reader.TextOrNull(),
        PeriodAggregation = reader.Text(),
        Metric = reader.Optional(() => ReadInput(reader)),
    };

    private static void WriteWindow(CacheWriter writer, MetricTimeWindow window)
    {
        writer.Long(window.Count);
        writer.Text(window.Granularity);
    }

    private static MetricTimeWindow ReadWindow(CacheReader reader) => new(reader.Long(), reader.Text());

    private static void WriteInput(CacheWriter writer, MetricInput input)
    {
        writer.Text(input.Name);
        FilterFormat.Write(writer, input.Filter);
        writer.Text(input.Alias);
        writer.Optional(input.OffsetWindow, WriteWindow);
        writer.Text(input.OffsetToGrain);
        writer.Place(input.Location);
    }

    private static MetricInput ReadInput(CacheReader reader) => new()
    {
        Name = reader.Text(),
        Filter = FilterFormat.Read(reader),
        Alias = reader.TextOrNull(),
        OffsetWindow = reader.Optional(() => ReadWindow(reader)),
        OffsetToGrain = reader.TextOrNull(),
        Location = reader.Place(),
    };

    private static void WriteMeasure(CacheWriter writer, MetricInputMeasure measure)
    {
        writer.Text(measure.Name);
        FilterFormat.Write(writer, measure.Filter);
        writer.Text(measure.Alias);
        writer.Flag(measure.JoinsToTimeSpine);
        ValueFormat.Write(writer, measure.FillNullsWith);
        writer.Place(measure.Location);
    }

    private static MetricInputMeasure ReadMeasure(CacheReader reader) => new()
    {
        Name = reader.Text(),
        Filter = FilterFormat.Read(reader),
        Alias = reader.TextOrNull(),
        JoinsToTimeSpine = reader.Flag(),
        FillNullsWith = ValueFormat.ReadOrNull(reader),
        Location = reader.Place(),
    };
}
