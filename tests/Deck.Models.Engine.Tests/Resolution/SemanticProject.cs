namespace Deck.Models.Engine.Tests.Resolution;

/// <summary>A small project with a semantic model, metrics of two levels and a saved query.</summary>
internal static class SemanticProject
{
    public const string Layer = """
        semantic_models:
          - name: orders_sm
            model: ref('orders')
            description: every order
            config: {group: finance}
            defaults: {agg_time_dimension: ordered_at}
            entities: [{name: order_id, type: primary, expr: id}]
            dimensions:
              - {name: ordered_at, type: time, type_params: {time_granularity: day}}
              - {name: status, type: categorical}
            measures: [{name: order_total, agg: sum, expr: amount}, {name: order_cost, agg: sum, expr: cost}]
        metrics:
          - {name: revenue, label: Revenue, type: simple, type_params: {measure: order_total}, tags: [money], config: {group: finance}}
          - {name: cost, label: Cost, type: simple, type_params: {measure: order_cost}}
          - {name: margin, label: Margin, type: ratio, type_params: {numerator: cost, denominator: revenue}}
        saved_queries:
          - name: by_day
            query_params: {metrics: [margin], group_by: ["TimeDimension('metric_time', 'day')"]}
            exports: [{name: by_day, config: {export_as: table}}]
        groups: [{name: finance, owner: {name: Ada}}]
        """;

    public static readonly (string Path, string Content)[] Files =
    [
        ("models/orders.sql", "select 1 as id, current_date as ordered_at, 'new' as status, 1 as amount, 1 as cost"),
        ("models/metricflow_time_spine.sql", "select current_date as date_day"),
        ("models/layer.yml", Layer),
    ];
}
