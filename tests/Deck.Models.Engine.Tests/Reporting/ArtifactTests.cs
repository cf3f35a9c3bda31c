using System.Text.Json;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Tests.Planning;
using Deck.Models.Engine.Resolution;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Reporting;

/// <summary>The artifacts that other tools read: keys as in dbt's schemas.</summary>
public sealed class ArtifactTests
{
    private static readonly (string, string)[] Files =
    [
        ("models/a.sql", "{{ config(materialized='table', tags=['daily']) }}select 'a' as id from {{ source('raw', 'users') }}"),
        ("models/b.sql", "select 'b' as id from {{ ref('a') }}"),
        ("models/schema.yml", """
            sources: [{name: raw, tables: [{name: users}]}]
            models: [{name: a, description: first, columns: [{name: id, data_tests: [not_null]}]}]
            unit_tests: [{name: counts, model: b, given: [{input: ref('a'), rows: [{id: 1}]}], expect: {rows: [{id: 1}]}}]
            """),
    ];

    [Test]
    public void A_manifest_has_every_section()
    {
        JsonElement manifest = Manifest();

        Assert.That(Keys(manifest), Is.SupersetOf(new[]
        {
            "metadata", "nodes", "sources", "macros", "docs", "exposures", "metrics", "groups", "selectors", "disabled", "parent_map", "child_map",
            "group_map", "saved_queries", "semantic_models", "unit_tests",
        }));
        Assert.That(Keys(manifest.GetProperty("metadata")), Is.SupersetOf(new[]
        {
            "dbt_schema_version", "dbt_version", "generated_at", "invocation_id", "env", "project_name", "project_id", "adapter_type",
        }));
        Assert.That(manifest.GetProperty("metadata").GetProperty("dbt_schema_version").GetString(), Is.EqualTo("https://schemas.getdbt.com/dbt/manifest/v12.json"));
    }

    [Test]
    public void A_model_in_the_manifest_has_what_readers_ask_for()
    {
        JsonElement model = Manifest().GetProperty("nodes").GetProperty("model.shop.a");

        Assert.That(Keys(model), Is.SupersetOf(new[]
        {
            "unique_id", "name", "resource_type", "package_name", "path", "original_file_path", "fqn", "alias", "checksum", "database", "schema", "relation_name",
            "config", "tags", "description", "columns", "meta", "raw_code", "language", "depends_on", "refs", "sources", "compiled", "compiled_code", "patch_path",
        }));
        Assert.That(model.GetProperty("relation_name").GetString(), Is.EqualTo("\"shop\".\"analytics\".\"a\""));
        Assert.That(model.GetProperty("config").GetProperty("materialized").GetString(), Is.EqualTo("table"));
        Assert.That(model.GetProperty("compiled_code").GetString(), Is.EqualTo("select 1"));
    }

    [Test]
    public void Edges_lead_both_ways()
    {
        JsonElement manifest = Manifest();

        Assert.That(Texts(manifest.GetProperty("parent_map").GetProperty("model.shop.b")), Is.EqualTo(new[] { "model.shop.a" }));
        Assert.That(Texts(manifest.GetProperty("child_map").GetProperty("source.shop.raw.users")), Is.EqualTo(new[] { "model.shop.a" }));
    }

    [Test]
    public void Batches_are_listed_as_spans()
    {
        PlannedProject project = PlannedProject.Of("run", Files);
        EventTimeWindow[] days = [.. Enumerable.Range(1, 2).Select(d => new EventTimeWindow(new DateTime(2024, 5, d, 0, 0, 0, DateTimeKind.Utc), new DateTime(2024, 5, d + 1, 0, 0, 0, DateTimeKind.Utc)))];
        NodeResult result = new()
        {
            Node = project.Manifest.Nodes.First(n => n.Name == "a"),
            Status = NodeStatus.PartialSuccess,
            StartedAt = DateTimeOffset.UnixEpoch,
            FinishedAt = DateTimeOffset.UnixEpoch,
            Batches = new BatchResults([days[0]], [days[1]]),
        };

        JsonElement document = Read(stream => RunResultsArtifact.Write(stream, new RunResult([result], TimeSpan.Zero, false), Context(project)));

        Assert.That(
            document.GetProperty("results")[0].GetProperty("batch_results").GetRawText(),
            Is.EqualTo("""{"successful":[["2024-05-01T00:00:00+00:00","2024-05-02T00:00:00+00:00"]],"failed":[["2024-05-02T00:00:00+00:00","2024-05-03T00:00:00+00:00"]]}"""));
    }

    [Test]
    public async Task Run_results_have_dbts_keys()
    {
        PlannedProject project = PlannedProject.Of("run", Files);
        RunResult run = await project.RunAsync(new FakeDatabase().Fails("'b'"));

        JsonElement document = Read(stream => RunResultsArtifact.Write(stream, run, Context(project)));

        Assert.That(Keys(document), Is.EqualTo(new[] { "metadata", "results", "elapsed_time", "args" }));
        JsonElement first = document.GetProperty("results")[0];
        Assert.That(Keys(first), Is.SupersetOf(new[]
        {
            "status", "timing", "thread_id", "execution_time", "adapter_response", "message", "failures", "unique_id", "compiled", "compiled_code", "relation_name", "batch_results",
        }));
        Assert.That(first.GetProperty("adapter_response").GetRawText(), Is.EqualTo("""{"_message":"SELECT 3","code":"SELECT","rows_affected":3}"""));
        Assert.That(first.GetProperty("timing").EnumerateArray().Select(t => t.GetProperty("name").GetString()), Is.EqualTo(new[] { "compile", "execute" }));
        Assert.That(document.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("status").GetString()), Is.EqualTo(new[] { "success", "error" }));
    }

    [Test]
    public void A_manifest_for_which_there_is_no_room_fails_as_its_stream_does()
    {
        PlannedProject project = PlannedProject.Of("run", [.. Enumerable.Range(0, 600).Select(i => ($"models/m{i}.sql", "select 1 as id"))]);
        using MemoryStream full = new(new byte[100_000]);

        Assert.That(() => ManifestArtifact.Write(full, project.Manifest, Context(project), new Dictionary<NodeId, CompiledText>()), Throws.TypeOf<NotSupportedException>());
    }

    [Test]
    public void A_functions_overloads_have_their_compiled_bodies()
    {
        PlannedProject project = PlannedProject.Of(
            "run",
            ("functions/show.sql", "select x::text"),
            ("functions/show_date.sql", "select {{ 1 + 1 }}"),
            ("functions/f.yml", "functions: [{name: show, arguments: [{name: x, data_type: integer}], returns: {data_type: text}, overloads: [{defined_in: show_date, arguments: [{name: x, data_type: date}]}]}]"));
        JsonElement manifest = Read(stream => ManifestArtifact.Write(
            stream, project.Manifest, Context(project), new Dictionary<NodeId, CompiledText> { [project.Find("show").Id] = new CompiledText("select x::text", ["select 2"]) }));

        Assert.That(manifest.GetProperty("functions").GetProperty("function.shop.show").GetProperty("overloads")[0].GetProperty("compiled_body").GetString(), Is.EqualTo("select 2"));
    }

    private static JsonElement Manifest()
    {
        PlannedProject project = PlannedProject.Of("run", Files);
        return Read(stream => ManifestArtifact.Write(
            stream, project.Manifest, Context(project), new Dictionary<NodeId, CompiledText> { [project.Find("a").Id] = new CompiledText("select 1", []) }));
    }

    private static ArtifactContext Context(PlannedProject project) => new(project.Manifest.Project.Settings, DateTimeOffset.UnixEpoch, "1.10.0");

    private static JsonElement Read(Action<Stream> write)
    {
        using MemoryStream stream = new();
        write(stream);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    private static IEnumerable<string> Keys(JsonElement json) => json.EnumerateObject().Select(p => p.Name);

    private static IEnumerable<string?> Texts(JsonElement json) => json.EnumerateArray().Select(e => e.GetString());
}
