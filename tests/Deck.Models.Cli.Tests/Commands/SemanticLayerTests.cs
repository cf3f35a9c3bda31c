using System.Text.Json;

namespace Deck.Models.Cli.Tests.Commands;

/// <summary>Semantic models, metrics and saved queries on the command line.</summary>
[TestFixture]
internal sealed class SemanticLayerTests
{
    private const string Layer = """
        semantic_models:
          - name: orders_sm
            model: ref('orders')
            defaults: {agg_time_dimension: ordered_at}
            entities: [{name: order_id, type: primary, expr: id}]
            dimensions: [{name: ordered_at, type: time, type_params: {time_granularity: day}}]
            measures: [{name: order_total, agg: sum, expr: amount}]
        metrics:
          - {name: revenue, label: Revenue, type: simple, type_params: {measure: order_total}}
        saved_queries:
          - name: by_day
            query_params: {metrics: [revenue], group_by: ["TimeDimension('metric_time', 'day')"]}
            exports: [{name: by_day, config: {export_as: table}}]
        """;

    private TestProject project = null!;

    [SetUp]
    public async Task Create()
    {
        project = await TestProject.CreateAsync();
        project.With("models/orders.sql", "select 1 as id, current_date as ordered_at, 1 as amount").With("models/layer.yml", Layer)
            .With("models/metricflow_time_spine.sql", "select current_date as date_day");
    }

    [TearDown]
    public async Task Drop() => await project.DisposeAsync();

    [Test]
    public async Task They_are_listed_in_all_forms()
    {
        Assert.That(await ListAsync("--resource-type", "metric"), Is.EqualTo(new[] { "metric:shop.revenue" }));
        Assert.That(await ListAsync(), Is.SupersetOf(new[] { "metric:shop.revenue", "saved_query:shop.by_day", "semantic_model:shop.orders_sm" }));
        Assert.That(await ListAsync("--select", "metric:* saved_query:* semantic_model:*", "--output", "name"), Is.EqualTo(new[] { "revenue", "by_day", "orders_sm" }));
        Assert.That(await ListAsync("--resource-type", "saved_query", "--output", "path"), Is.EqualTo(new[] { "models/layer.yml" }));
        using JsonDocument json = JsonDocument.Parse((await ListAsync("--resource-type", "metric", "--output", "json", "--output-keys", "name type_params.measure.name depends_on.nodes")).Single());
        Assert.That(json.RootElement.GetRawText(), Is.EqualTo("""{"name":"revenue","type_params.measure.name":"order_total","depends_on.nodes":["semantic_model.shop.orders_sm"]}"""));
    }

    [Test]
    public async Task A_build_counts_a_saved_query_as_no_op()
    {
        CommandRun build = await project.RunAsync("build");
        Assert.That(build.ExitCode, Is.Zero, build.Text);
        Assert.That(build.Out, Does.Contain("1 saved query").And.Contain("PASS=2 WARN=0 ERROR=0 SKIP=0 NO-OP=1 TOTAL=3"), build.Text);
        using JsonDocument results = JsonDocument.Parse(project.Read("target/run_results.json"));
        JsonElement query = results.RootElement.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("unique_id").GetString() == "saved_query.shop.by_day");
        Assert.That(query.GetProperty("status").GetString(), Is.EqualTo("no-op"));
        Assert.That(query.GetProperty("message").GetString(), Is.EqualTo("NO-OP"));
        using JsonDocument semantic = JsonDocument.Parse(project.Read("target/semantic_manifest.json"));
        Assert.That(semantic.RootElement.GetProperty("metrics")[0].GetProperty("name").GetString(), Is.EqualTo("revenue"));
    }

    [Test]
    public async Task Exports_are_left_to_dbts_platform()
    {
        CommandRun build = await project.RunAsync("build", "--export-saved-queries");
        Assert.That(build.ExitCode, Is.Zero, build.Text);
        Assert.That(build.Errors, Does.Contain("no saved query was exported"));
        Assert.That(await project.ColumnAsync("select table_name from information_schema.tables where table_schema = 'analytics' and table_name = 'by_day'"), Is.Empty);
    }

    private async Task<string[]> ListAsync(params string[] arguments)
    {
        CommandRun run = await project.RunAsync(["ls", "--quiet", .. arguments]);
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        return run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
