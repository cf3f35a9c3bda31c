using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>The words of dbt's semantic layer.</summary>
internal static class SemanticWords
{
    public const string Simple = "simple";
    public const string Ratio = "ratio";
    public const string Cumulative = "cumulative";
    public const string Derived = "derived";
    public const string Conversion = "conversion";
    public const string Time = "time";
    public const string Primary = "primary";
    public const string Unique = "unique";
    public const string Natural = "natural";

    /// <summary>The model that dbt takes for a time spine by its name alone, with rows of days.</summary>
    public const string LegacyTimeSpine = "metricflow_time_spine";

    public static ImmutableArray<string> MetricTypes { get; } = [Simple, Ratio, Cumulative, Derived, Conversion];

    public static ImmutableArray<string> EntityTypes { get; } = [Primary, Unique, "foreign", Natural];

    public static ImmutableArray<string> DimensionTypes { get; } = ["categorical", Time];

    public static ImmutableArray<string> Aggregations { get; } = ["sum", "min", "max", "count_distinct", "sum_boolean", "average", "percentile", "median", "count"];

    /// <summary>From the finest to the coarsest.</summary>
    public static ImmutableArray<string> Granularities { get; } =
        ["nanosecond", "microsecond", "millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year"];

    public static ImmutableArray<string> Calculations { get; } = ["conversion_rate", "conversions"];

    public static ImmutableArray<string> PeriodAggregations { get; } = ["first", "last", "average"];

    public static ImmutableArray<string> ExportTypes { get; } = ["table", "view"];
}
