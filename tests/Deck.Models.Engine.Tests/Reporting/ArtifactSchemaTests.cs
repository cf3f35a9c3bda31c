using System.Runtime.CompilerServices;
using System.Text.Json;
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
        Dictionary<NodeId, string> compiled = manifest.Nodes.OfType<ModelNode>().ToDictionary(n => n.Id, _ => "select 1");

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
