namespace Deck.Models.Engine.Loading.Shapes;

/// <summary>The keys of a project file (spec: dbt's project file reference), as a table.</summary>
internal static class ProjectShape
{
    private static readonly YamlShape Hooks = YamlShape.TextOrTexts;

    private static readonly YamlShape Dispatch = new ShapeBuilder("a `dispatch` entry")
        .With(YamlShape.Text, "macro_namespace!")
        .With(YamlShape.Texts, "search_order!")
        .Build();

    private static readonly YamlShape QueryComment = YamlShape.Either("a text or a mapping", YamlShape.Text, new ShapeBuilder("`query-comment`")
        .With(YamlShape.Text, "comment")
        .With(YamlShape.Boolean, "append job-label")
        .Build());

    private static readonly YamlShape Quoting = new ShapeBuilder("`quoting`")
        .With(YamlShape.Boolean, "database schema identifier project snowflake_ignore_case")
        .Build();

    public static YamlShape Keys { get; } = new ShapeBuilder("a project file")
        .With(YamlShape.Text, "name! profile target-path log-path packages-install-path")
        .With(YamlShape.TextOrNumber, "version")
        .With(YamlShape.Integer, "config-version")
        .With(YamlShape.TextOrTexts, "require-dbt-version")
        .With(YamlShape.TextOrTexts, "model-paths seed-paths snapshot-paths test-paths macro-paths analysis-paths docs-paths asset-paths function-paths clean-targets source-paths data-paths")
        .With(YamlShape.List(Dispatch), "dispatch")
        .With(QueryComment, "query-comment")
        .With(Quoting, "quoting")
        .With(YamlShape.Boolean, "restrict-access")
        .With(Hooks, "on-run-start on-run-end")
        .With(YamlShape.AnyMapping, "flags vars models seeds snapshots sources tests data_tests unit_tests exposures metrics semantic-models saved-queries functions analyses")
        .With(YamlShape.Any, "packages dbt-cloud")
        .Build();
}
