namespace Deck.Models.Engine.Tests.Caching;

/// <summary>Makes up semantic models, metrics of every type and saved queries, some of whose parts are others at each call.</summary>
internal static class SemanticTexts
{
    private const string Filter = "{{ Dimension('order_id__status') }}";

    public static string Of(Random random) => $$$"""
        models:
          - name: orders
            columns: [{name: id}, {name: ordered_at, granularity: {{{Any(random, "day", "month")}}} }]
          - name: metricflow_time_spine
            time_spine: {standard_granularity_column: date_day, custom_granularities: [{name: fiscal_{{{random.Next(3)}}}, column_name: fiscal}]}
            columns: [{name: date_day, granularity: day}, {name: fiscal}]
        semantic_models:
          - name: orders_sm
            model: ref('orders')
            description: every order {{{random.Next(9)}}}
            defaults: {agg_time_dimension: ordered_at}
            entities: [{name: order_id, type: primary, expr: id}, {name: customer, type: foreign, expr: c_{{{random.Next(3)}}} }]
            dimensions:
              - {name: ordered_at, type: time, type_params: {time_granularity: {{{Any(random, "day", "week")}}} } }
              - {name: status, type: categorical, label: L{{{random.Next(3)}}} }
            measures:
              - {name: order_total, agg: sum, expr: amount}
              - {name: order_cost, agg: percentile, expr: cost, agg_params: {percentile: 0.{{{1 + random.Next(8)}}} } }
              - {name: visits, agg: count, expr: id}
              - {name: orders, agg: count_distinct, expr: id}
              - {name: balance, agg: sum, non_additive_dimension: {name: ordered_at, window_choice: {{{Any(random, "min", "max")}}}, window_groupings: [customer]} }
        metrics:
          - {name: revenue, label: Revenue {{{random.Next(3)}}}, type: simple, type_params: {measure: {name: order_total, fill_nulls_with: {{{random.Next(3)}}}, join_to_timespine: true} } }
          - {name: cost, label: Cost, type: simple, type_params: {measure: order_cost}, filter: "{{{Filter}}} = '{{{random.Next(3)}}}'"}
          - {name: margin, label: Margin, type: ratio, type_params: {numerator: cost, denominator: revenue} }
          - {name: running, label: Running, type: cumulative, type_params: {measure: order_total, cumulative_type_params: {window: {{{1 + random.Next(5)}}} days} } }
          - {name: change, label: Change, type: derived, type_params: {expr: now - before, metrics: [{name: revenue, alias: now}, {name: revenue, alias: before, offset_window: {{{1 + random.Next(5)}}} days}]} }
          - {name: conversion, label: Conversion, type: conversion, type_params: {conversion_type_params: {entity: order_id, calculation: {{{Any(random, "conversions", "conversion_rate")}}}, base_measure: visits, conversion_measure: orders, constant_properties: [{base_property: status, conversion_property: status}]} } }
        saved_queries:
          - name: by_day
            query_params: {metrics: [margin], group_by: ["TimeDimension('metric_time', 'day')"], limit: {{{1 + random.Next(9)}}} }
            exports: [{name: by_day, config: {export_as: {{{Any(random, "table", "view")}}} } }]
        """;

    private static string Any(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
