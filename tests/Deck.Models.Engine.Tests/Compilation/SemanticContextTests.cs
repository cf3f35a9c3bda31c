using Deck.Models.Engine.Tests.Resolution;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Compilation;

/// <summary>What texts see of semantic models, metrics and saved queries.</summary>
public sealed class SemanticContextTests
{
    [TestCase("{{ metric('margin') }}", "margin")]
    [TestCase("{{ metric('shop', 'margin').label }} {{ metric('margin').type }}", "Margin ratio")]
    [TestCase("{{ metric('margin').base_metric_dependency() | sort }}", "['cost', 'revenue']")]
    [TestCase("{{ metric('margin').full_metric_dependency() | sort }}", "['cost', 'margin', 'revenue']")]
    [TestCase("{{ metric('margin').derived_metric_dependency() }}", "['margin']")]
    [TestCase("{{ metric('margin').derived_metric_dependency_depth() }}", "[{'margin': 1}]")]
    [TestCase("{{ graph.metrics['metric.shop.margin'].type_params.numerator.name if execute }}", "cost")]
    [TestCase("{{ graph.semantic_models.values() | map(attribute='name') | list if execute }}", "['orders_sm']")]
    [TestCase("{{ graph.saved_queries['saved_query.shop.by_day'].depends_on.nodes if execute }}", "['metric.shop.margin']")]
    [TestCase("{{ graph.nodes['model.shop.asks'].metrics if execute }}", "[]")]
    public void A_text_reads(string text, string value) => Assert.That(Project(text).Sql("asks"), Is.EqualTo($"select {value}"));

    [Test]
    public void A_model_depends_on_the_metrics_that_it_names()
    {
        CompiledProject project = Project("'{{ metric('margin') }}'");

        Assert.That(project.Find("asks").DependsOn.Select(d => d.Value), Is.EqualTo((string[])["metric.shop.margin"]));
    }

    private static CompiledProject Project(string text) => CompiledProject.Of([.. SemanticProject.Files, ("models/asks.sql", $"select {text}")]);
}
