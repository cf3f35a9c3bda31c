using System.Runtime.CompilerServices;
using System.Text.Json;
using Deck.Models.Engine.Execution.Documentation;
using Deck.Models.Engine.Execution.Freshness;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Tests.Planning;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Testing.Cases;
using Deck.Models.Testing.Databases;
using Deck.Models.Text;
using Json.Schema;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Reporting;

/// <summary>The artifacts against JSON Schemas that follow dbt's public ones.</summary>
public sealed class ArtifactSchemaTests
{
    public static IEnumerable<TestCaseData<CaseFolder>> Cases => CaseFolder.Beside();

    [TestCaseSource(nameof(Cases))]
    public void A_manifest_follows_its_schema(CaseFolder project)
    {
        InvocationSettings settings = CaseSettings.Of(project);
        Checked<Manifest> resolved = SmallProject.Resolve(project.Files, settings);
        Manifest manifest = resolved.Value!;
        Dictionary<NodeId, CompiledText> compiled = manifest.Nodes.OfType<ModelNode>().ToDictionary(n => n.Id, _ => new CompiledText("select 1", []));

        Assert.That(Mistakes("manifest.v12.json", stream => ManifestArtifact.Write(stream, manifest, Context(settings), compiled)), Is.Empty);
    }

    [Test]
    public async Task Run_results_follow_their_schema()
    {
        PlannedProject project = PlannedProject.Of(
            "build", ("models/a.sql", "{{ config(materialized='table') }}select 'a' as id"), ("models/b.sql", "select 'b' from {{ ref('a') }}"), ("models/c.sql", "select 'c' from {{ ref('b') }}"));
        RunResult run = await project.RunAsync(new FakeDatabase().Fails("'b'"));

        Assert.That(Mistakes("run_results.v6.json", stream => RunResultsArtifact.Write(stream, run, Context(project.Manifest.Project.Settings))), Is.Empty);
    }

    [Test]
    public void A_catalog_follows_its_schema()
    {
        PlannedProject project = PlannedProject.Of("generate", ("models/a.sql", "select 1 as id"), ("models/s.yml", "sources: [{name: raw, tables: [{name: events}]}]"));
        DescribedRelation[] relations = [.. project.Manifest.Nodes.Select(n => new DescribedRelation
        {
            Name = n.Relation! with { Database = null },
            Type = "VIEW",
            Owner = "someone",
            Comment = n is SourceNode ? "What happened" : null,
            Columns = [new DescribedColumn("id", 1, "integer", null), new DescribedColumn("at", 3, "timestamp with time zone", "When")],
        })];

        Assert.That(relations, Has.Length.EqualTo(2));
        Assert.That(Mistakes("catalog.v1.json", stream => CatalogArtifact.Write(stream, project.Manifest.Nodes, relations, Context(project.Manifest.Project.Settings))), Is.Empty);
    }

    [Test]
    public void The_freshness_of_sources_follows_its_schema()
    {
        const string Source = "sources: [{name: raw, config: {loaded_at_field: at, freshness: {warn_after: {count: 1, period: day}, filter: id > 0}}, tables: [{name: events}]}]";
        PlannedProject project = PlannedProject.Of("freshness", ("models/s.yml", Source));
        SourceNode events = project.Manifest.Nodes.OfType<SourceNode>().Single();
        DateTimeOffset now = new(2024, 5, 5, 1, 2, 3, TimeSpan.Zero);
        FreshnessResult[] results =
        [
            new() { Source = events, Status = FreshnessStatus.Warn, MaxLoadedAt = now.AddDays(-2), SnapshottedAt = now, StartedAt = now, FinishedAt = now.AddSeconds(1) },
            new() { Source = events, Status = FreshnessStatus.RuntimeError, Trouble = Diagnostic.Error(ResolutionCodes.UnknownSource, "gone"), StartedAt = now, FinishedAt = now },
        ];

        Assert.That(Mistakes("sources.v3.json", stream => SourcesArtifact.Write(stream, results, Context(project.Manifest.Project.Settings))), Is.Empty);
    }

    private static ArtifactContext Context(InvocationSettings settings) => new(settings, DateTimeOffset.UnixEpoch, "1.11.2");

    /// <summary>What does not fit, each with its place.</summary>
    private static IEnumerable<string> Mistakes(string schemaFile, Action<Stream> write, [CallerFilePath] string caller = "")
    {
        JsonSchema schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(Path.GetDirectoryName(caller)!, "Schemas", schemaFile)));
        using MemoryStream stream = new();
        write(stream);
        using JsonDocument document = JsonDocument.Parse(stream.ToArray());
        EvaluationResults results = schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid
            ? []
            : [.. (results.Details ?? []).SelectMany(d => (d.Errors ?? new Dictionary<string, string>()).Select(e => $"{d.InstanceLocation}: {e.Key} {e.Value}")).Take(50)];
    }
}
