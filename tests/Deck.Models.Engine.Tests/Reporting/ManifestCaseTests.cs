using System.Text.Json;
using System.Text.Json.Nodes;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Testing.Cases;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Reporting;

/// <summary>manifest.json against the one that dbt wrote for the same project (1.latest, postgres).</summary>
/// <remarks>
/// `expected.manifest.json` is dbt's own, without what differs from run to run, without the embedded macros and docs, keys in order, the
/// nodes of a group in order, and without the configs of models that dbt gives to groups.
/// </remarks>
public sealed class ManifestCaseTests
{
    private static readonly string[] Sections =
        ["nodes", "sources", "macros", "docs", "exposures", "metrics", "groups", "selectors", "disabled", "parent_map", "child_map", "group_map", "saved_queries", "semantic_models", "unit_tests", "functions"];

    private static readonly string[] MetadataKeys = ["dbt_schema_version", "project_name", "project_id", "adapter_type", "quoting"];

    private static readonly string[] Passing = ["created_at", "compiled_path", "build_path", "root_path"];

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, IndentSize = 2, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IEnumerable<TestCaseData<CaseFolder>> Cases => CaseFolder.Beside();

    public static IEnumerable<TestCaseData<CaseFolder>> SemanticCases => Cases.Where(c => ((CaseFolder)c.Arguments[0]!).Read("expected.semantic_manifest.json") is not null);

    [TestCaseSource(nameof(Cases))]
    public void A_manifest_is_the_one_that_dbt_writes(CaseFolder project)
    {
        InvocationSettings settings = CaseSettings.Of(project);
        Checked<Manifest> resolved = SmallProject.Resolve(project.Files, settings);
        Assert.That(DiagnosticList.Format(resolved.Diagnostics.Where(d => d.Severity == Severity.Error)), Is.Empty);
        using MemoryStream stream = new();
        ManifestArtifact.Write(stream, resolved.Value!, new ArtifactContext(settings, DateTimeOffset.UnixEpoch, "1.11.2"), new Dictionary<NodeId, CompiledText>());

        JsonNode written = JsonNode.Parse(stream.ToArray())!;

        project.Check("expected.manifest.json", Project(written).ToJsonString(Indented));
    }

    /// <summary>`expected.semantic_manifest.json` is dbt's own, each list in the order of names.</summary>
    [TestCaseSource(nameof(SemanticCases))]
    public void A_semantic_manifest_is_the_one_that_dbt_writes(CaseFolder project)
    {
        using MemoryStream stream = new();
        SemanticManifestArtifact.Write(stream, SmallProject.Resolve(project.Files, CaseSettings.Of(project)).Value!);

        JsonObject written = JsonNode.Parse(stream.ToArray())!.AsObject();
        foreach (string list in (string[])["semantic_models", "metrics", "saved_queries"])
        {
            written[list] = new JsonArray([.. written[list]!.AsArray().OrderBy(i => i!["name"]!.GetValue<string>(), StringComparer.Ordinal).Select(i => i!.DeepClone())]);
        }

        project.Check("expected.semantic_manifest.json", Ordered(written, _ => true)!.ToJsonString(Indented));
    }

    private static JsonObject Project(JsonNode manifest)
    {
        JsonObject kept = new() { ["metadata"] = Ordered(manifest["metadata"]!, key => MetadataKeys.Contains(key)) };
        foreach (string section in Sections)
        {
            kept[section] = Ordered(manifest[section]!, key => !key.StartsWith("macro.dbt.", StringComparison.Ordinal) && !key.StartsWith("doc.dbt.", StringComparison.Ordinal) && !Passing.Contains(key));
        }

        foreach ((string group, JsonNode? members) in kept["group_map"]!.AsObject().ToArray())
        {
            kept["group_map"]![group] = new JsonArray([.. members!.AsArray().Select(m => m!.GetValue<string>()).Order(StringComparer.Ordinal).Select(m => JsonValue.Create(m))]);
        }

        return (JsonObject)Ordered(kept, _ => true)!;
    }

    /// <summary>A copy with the keys of every object in order.</summary>
    private static JsonNode? Ordered(JsonNode? node, Func<string, bool> keep) => node switch
    {
        JsonObject json => new JsonObject(json.Where(p => keep(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Ordered(p.Value, k => !Passing.Contains(k))))),
        JsonArray list => new JsonArray([.. list.Select(i => Ordered(i, keep))]),
        _ => node?.DeepClone(),
    };
}
