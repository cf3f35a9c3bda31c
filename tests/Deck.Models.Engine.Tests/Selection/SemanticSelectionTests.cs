using System.Text;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Engine.Selection.State;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Testing.Files;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Selection;

/// <summary>Semantic models, metrics and saved queries among the nodes that criteria select.</summary>
public sealed class SemanticSelectionTests
{
    [TestCase("metric:margin", "margin")]
    [TestCase("metric:shop.re*", "revenue")]
    [TestCase("metric:*", "cost margin revenue")]
    [TestCase("semantic_model:orders_sm", "orders_sm")]
    [TestCase("saved_query:by_day", "by_day")]
    [TestCase("resource_type:metric", "cost margin revenue")]
    [TestCase("resource_type:semantic_model resource_type:saved_query", "by_day orders_sm")]
    [TestCase("+saved_query:by_day", "by_day cost margin orders orders_sm revenue")]
    [TestCase("orders+", "by_day cost margin orders orders_sm revenue")]
    [TestCase("1+metric:margin", "cost margin revenue")]
    [TestCase("semantic_model:orders_sm+1", "cost orders_sm revenue")]
    [TestCase("tag:money", "revenue")]
    [TestCase("group:finance", "revenue")]
    [TestCase("margin", "margin")]
    [TestCase("path:models/layer.yml", "by_day cost margin orders_sm revenue")]
    [TestCase("config.enabled:true", "metricflow_time_spine orders")]
    public void A_criterion_selects(string criterion, string names) => Assert.That(Select(Project(), criterion), Is.EqualTo(names));

    [Test]
    public void A_metric_that_does_not_exist_is_a_warning_with_a_suggestion() => Assert.That(
        Selector.Select(Project(), SelectionParser.Parse(new SelectionArguments { Select = ["metric:margni"] }).Value!).Diagnostics.Single().Hints,
        Is.EqualTo((string[])["did you mean `margin`?"]));

    [TestCase("label: Margin", "label: The margin", "margin")]
    [TestCase("numerator: cost, denominator: revenue", "numerator: revenue, denominator: cost", "")]
    [TestCase("description: every order", "description: all orders", "orders_sm")]
    [TestCase("expr: amount", "expr: 2 * amount", "orders_sm")]
    [TestCase("{name: status, type: categorical}", "{name: status, type: categorical, label: Status}", "orders_sm")]
    [TestCase("export_as: table", "export_as: view", "by_day")]
    [TestCase("'day'", "'week'", "by_day")]
    [TestCase("metrics: [margin]", "metrics: [margin, cost]", "by_day")]
    [TestCase("{name: cost, label: Cost,", "{name: costs, label: Cost,", "")]
    public void A_change_is_a_modification_where_dbt_says_so(string old, string changed, string names)
    {
        string after = SemanticProject.Layer.Replace(old, changed, StringComparison.Ordinal).Replace("numerator: cost,", changed.Contains("costs", StringComparison.Ordinal) ? "numerator: costs," : "numerator: cost,", StringComparison.Ordinal);

        Assert.That(Select(Project(after), "state:modified", State(Project())), Is.EqualTo(names));
    }

    [Test]
    public void A_new_metric_is_new_and_not_modified()
    {
        Manifest after = Project(SemanticProject.Layer.Replace("saved_queries:", "  - {name: spent, label: Spent, type: simple, type_params: {measure: order_cost}}\nsaved_queries:", StringComparison.Ordinal));

        Assert.That(Select(after, "state:new", State(Project())), Is.EqualTo("spent"));
        Assert.That(Select(after, "state:modified", State(Project())), Is.Empty);
        Assert.That(Select(after, "state:modified.configs", State(Project())), Is.EqualTo("spent"));
    }

    private static Manifest Project(string layer = SemanticProject.Layer) => SmallProject.Manifest([.. SemanticProject.Files[..^1], ("models/layer.yml", layer)]);

    private static string Select(Manifest manifest, string criterion, PreviousState? state = null)
    {
        SelectionSpec spec = SelectionParser.Parse(new SelectionArguments { Select = [criterion] }).Value!;
        return string.Join(' ', Selector.Select(manifest, spec, state).Value!.Select(n => n.Name).Order(StringComparer.Ordinal));
    }

    private static PreviousState State(Manifest manifest)
    {
        using MemoryStream stream = new();
        ManifestArtifact.Write(stream, manifest, new ArtifactContext(manifest.Project.Settings, DateTimeOffset.UnixEpoch, "1.11.2"), new Dictionary<NodeId, CompiledText>());
        InMemoryProjectFiles files = new InMemoryProjectFiles().With("manifest.json", Encoding.UTF8.GetString(stream.ToArray()));
        return PreviousState.Read(files, new InMemoryProjectFiles(), "last").Value!;
    }
}
