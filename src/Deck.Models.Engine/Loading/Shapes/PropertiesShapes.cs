using System.Collections.Frozen;

namespace Deck.Models.Engine.Loading.Shapes;

/// <summary>The keys of properties files (dbt's reference, "resource properties"), as tables.</summary>
internal static class PropertiesShapes
{
    private static readonly YamlShape Tests = YamlShape.List(YamlShape.Either("a test's name or a mapping", YamlShape.Text, YamlShape.AnyMapping));

    private static readonly YamlShape Docs = new ShapeBuilder("`docs`").With(YamlShape.Boolean, "show").With(YamlShape.Text, "node_color").Build();

    private static readonly YamlShape Constraint = new ShapeBuilder("a constraint")
        .With(YamlShape.Text, "type! name expression to")
        .With(YamlShape.Texts, "columns to_columns")
        .With(YamlShape.Boolean, "warn_unenforced warn_unsupported")
        .Build();

    private static readonly YamlShape Column = new ShapeBuilder("a column")
        .With(YamlShape.Text, "name! description data_type granularity")
        .With(YamlShape.Boolean, "quote")
        .With(YamlShape.TextOrTexts, "tags")
        .With(YamlShape.AnyMapping, "meta config")
        .With(YamlShape.List(Constraint), "constraints")
        .With(Tests, "data_tests tests")
        .With(SemanticShapes.ColumnDimension, "dimension")
        .With(SemanticShapes.ColumnEntity, "entity")
        .With(YamlShape.Any, "policy_tags")
        .Build();

    private static readonly YamlShape VersionColumn = new ShapeBuilder("a column of a version")
        .With(YamlShape.TextOrTexts, "include exclude")
        .With(YamlShape.Text, "name description data_type granularity")
        .With(YamlShape.Boolean, "quote")
        .With(YamlShape.TextOrTexts, "tags")
        .With(YamlShape.AnyMapping, "meta config")
        .With(YamlShape.List(Constraint), "constraints")
        .With(Tests, "data_tests tests")
        .With(SemanticShapes.ColumnDimension, "dimension")
        .With(SemanticShapes.ColumnEntity, "entity")
        .Build();

    private static readonly YamlShape Version = new ShapeBuilder("a version")
        .With(YamlShape.TextOrNumber, "v!")
        .With(YamlShape.Text, "defined_in description access deprecation_date")
        .With(YamlShape.AnyMapping, "config meta")
        .With(YamlShape.List(VersionColumn), "columns")
        .With(YamlShape.List(Constraint), "constraints")
        .With(Docs, "docs")
        .With(Tests, "data_tests tests")
        .Build();

    private static readonly YamlShape Quoting = new ShapeBuilder("`quoting`").With(YamlShape.Boolean, "database schema identifier column").Build();

    private static readonly YamlShape Threshold = new ShapeBuilder("a freshness threshold").With(YamlShape.Integer, "count").With(YamlShape.Text, "period").Build();

    private static readonly YamlShape Freshness = new ShapeBuilder("`freshness`")
        .With(Threshold, "warn_after error_after")
        .With(YamlShape.Text, "filter")
        .Build();

    private static readonly YamlShape Table = new ShapeBuilder("a table of a source")
        .With(YamlShape.Text, "name! identifier description loader loaded_at_field loaded_at_query")
        .With(Quoting, "quoting")
        .With(Freshness, "freshness")
        .With(Docs, "docs")
        .With(YamlShape.TextOrTexts, "tags")
        .With(YamlShape.AnyMapping, "meta config")
        .With(YamlShape.Any, "external")
        .With(YamlShape.List(Column), "columns")
        .With(Tests, "data_tests tests")
        .Build();

    private static readonly YamlShape Source = new ShapeBuilder("a source")
        .With(YamlShape.Text, "name! description database schema loader loaded_at_field loaded_at_query overrides")
        .With(Quoting, "quoting")
        .With(Freshness, "freshness")
        .With(YamlShape.TextOrTexts, "tags")
        .With(YamlShape.AnyMapping, "meta config")
        .With(YamlShape.List(Table), "tables")
        .With(Tests, "data_tests tests")
        .Build();

    private static readonly YamlShape Owner = new ShapeBuilder("an owner").With(YamlShape.Any, "name email").Open().Build();

    private static readonly YamlShape Exposure = new ShapeBuilder("an exposure")
        .With(YamlShape.Text, "name! type! label description url maturity")
        .With(Owner, "owner!")
        .With(YamlShape.Texts, "depends_on")
        .With(YamlShape.TextOrTexts, "tags")
        .With(YamlShape.Boolean, "enabled")
        .With(YamlShape.AnyMapping, "meta config")
        .Build();

    private static readonly YamlShape Group = new ShapeBuilder("a group")
        .With(YamlShape.Text, "name! description")
        .With(Owner, "owner!")
        .With(YamlShape.AnyMapping, "config")
        .Build();

    private static readonly YamlShape Argument = new ShapeBuilder("an argument")
        .With(YamlShape.Text, "name! type data_type description")
        .With(YamlShape.Any, "default_value")
        .Build();

    private static readonly YamlShape Macro = new ShapeBuilder("a macro")
        .With(YamlShape.Text, "name! description")
        .With(YamlShape.List(Argument), "arguments")
        .With(YamlShape.AnyMapping, "meta config")
        .With(Docs, "docs")
        .Build();

    private static readonly YamlShape FunctionArgument = new ShapeBuilder("an argument of a function")
        .With(YamlShape.Text, "name! data_type! description")
        .With(YamlShape.Any, "default_value")
        .Build();

    private static readonly YamlShape Returns = new ShapeBuilder("`returns`").With(YamlShape.Text, "data_type! description").Build();

    private static readonly YamlShape Overload = new ShapeBuilder("an overload")
        .With(YamlShape.Text, "defined_in! description")
        .With(YamlShape.List(FunctionArgument), "arguments")
        .With(Returns, "returns")
        .Build();

    private static readonly YamlShape Function = Node("a function")
        .With(YamlShape.Text, "access")
        .With(YamlShape.List(FunctionArgument), "arguments")
        .With(Returns, "returns!")
        .With(YamlShape.List(Overload), "overloads")
        .Build();

    private static readonly YamlShape UnitTestRows = YamlShape.Either("a list of rows or a text", YamlShape.List(YamlShape.AnyMapping), YamlShape.Text);

    private static readonly YamlShape UnitTest = new ShapeBuilder("a unit test")
        .With(YamlShape.Text, "name! model! description")
        .With(YamlShape.List(new ShapeBuilder("a given input").With(YamlShape.Text, "input! format fixture").With(UnitTestRows, "rows").Build()), "given")
        .With(new ShapeBuilder("`expect`").With(YamlShape.Text, "format fixture").With(UnitTestRows, "rows").Build(), "expect!")
        .With(new ShapeBuilder("`overrides`").With(YamlShape.AnyMapping, "macros vars env_vars").Build(), "overrides")
        .With(YamlShape.AnyMapping, "config meta versions")
        .With(YamlShape.TextOrTexts, "tags")
        .With(YamlShape.Boolean, "enabled")
        .Build();

    /// <summary>Kind and shape of the entries of every top-level list.</summary>
    public static FrozenDictionary<string, PropertiesList> ByList { get; } = new PropertiesList[]
    {
        new("models", PropertiesKind.Model, Model()),
        new("seeds", PropertiesKind.Seed, Node("a seed").Build()),
        new("snapshots", PropertiesKind.Snapshot, Node("a snapshot").With(YamlShape.Text, "relation").Build()),
        new("analyses", PropertiesKind.Analysis, Node("an analysis").Build()),
        new("sources", PropertiesKind.Source, Source),
        new("macros", PropertiesKind.Macro, Macro),
        new("exposures", PropertiesKind.Exposure, Exposure),
        new("data_tests", PropertiesKind.DataTest, Node("a data test").Build()),
        new("tests", PropertiesKind.DataTest, Node("a data test").Build()),
        new("unit_tests", PropertiesKind.UnitTest, UnitTest),
        new("groups", PropertiesKind.Group, Group),
        new("functions", PropertiesKind.Function, Function),
        new("semantic_models", PropertiesKind.SemanticModel, SemanticShapes.SemanticModel),
        new("metrics", PropertiesKind.Metric, SemanticShapes.Metric),
        new("saved_queries", PropertiesKind.SavedQuery, SemanticShapes.SavedQuery),
    }.ToFrozenDictionary(l => l.Key, StringComparer.Ordinal);

    /// <summary>Top-level keys that carry no entries of ours; keys with a leading dot or `x-` are the user's own, for anchors.</summary>
    public static bool IsIgnored(string key) => key is "version" or "anchors" || key.StartsWith('.') || key.StartsWith("x-", StringComparison.Ordinal);

    private static YamlShape Model() => Node("a model")
        .With(YamlShape.Text, "access deprecation_date")
        .With(YamlShape.TextOrNumber, "latest_version")
        .With(YamlShape.List(Version), "versions")
        .With(YamlShape.List(Constraint), "constraints")
        .With(SemanticShapes.TimeSpine, "time_spine")
        .With(SemanticShapes.OfModel, "semantic_model")
        .With(YamlShape.Text, "agg_time_dimension primary_entity")
        .With(SemanticShapes.Derived, "derived_semantics")
        .With(YamlShape.List(SemanticShapes.Metric), "metrics")
        .With(YamlShape.Any, "freshness")
        .Build();

    /// <summary>What models, seeds, snapshots and their like have in common.</summary>
    private static ShapeBuilder Node(string title) => new ShapeBuilder(title)
        .With(YamlShape.Text, "name! description group")
        .With(YamlShape.TextOrTexts, "tags")
        .With(YamlShape.AnyMapping, "meta config")
        .With(Docs, "docs")
        .With(YamlShape.List(Column), "columns")
        .With(Tests, "data_tests tests");
}
