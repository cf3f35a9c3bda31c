using System.Collections.Immutable;
using System.Text.Json;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Selection.State;

/// <summary>The artifacts of an earlier run, which `--state` names: what `state:`, `result:`, `source_status:` and `--defer` compare with.</summary>
public sealed class PreviousState
{
    private const string SourcesFile = "sources.json";

    private PreviousState(StateManifest? manifest, ImmutableDictionary<NodeId, string>? results, ImmutableHashSet<NodeId>? fresher)
    {
        Manifest = manifest;
        Results = results;
        FresherSources = fresher;
    }

    public bool HasManifest => Manifest is not null;

    internal StateManifest? Manifest { get; }

    /// <summary>Statuses by node, or null where there is no run_results.json.</summary>
    internal ImmutableDictionary<NodeId, string>? Results { get; }

    /// <summary>Sources that were loaded since, or null where one of the two sources.json is missing.</summary>
    internal ImmutableHashSet<NodeId>? FresherSources { get; }

    /// <summary>Reads what is there; a file that is missing matters only to who asks for it.</summary>
    /// <param name="state">The files of the state's folder.</param>
    /// <param name="target">The files of this project's target folder, for the sources' present freshness.</param>
    /// <param name="shown">The folder as the user named it.</param>
    public static Checked<PreviousState> Read(IProjectFiles state, IProjectFiles target, string shown)
    {
        List<Diagnostic> diagnostics = [];
        JsonElement? manifest = Parse(state, ManifestArtifact.FileName, shown, diagnostics);
        JsonElement? results = Parse(state, RunResultsArtifact.FileName, shown, diagnostics);
        JsonElement? before = Parse(state, SourcesFile, shown, diagnostics);
        JsonElement? now = Parse(target, SourcesFile, "the target folder", diagnostics);
        if (diagnostics.Count == 0 && manifest is null && results is null && before is null)
        {
            diagnostics.Add(Diagnostic.Error(SelectionCodes.UnreadableState, $"the state folder `{shown}` holds neither {ManifestArtifact.FileName} nor {RunResultsArtifact.FileName}")
                .WithHint("`--state` names a folder with the artifacts of an earlier run, such as a copy of `target`"));
        }

        return diagnostics.Count > 0
            ? Check.Failed<PreviousState>(diagnostics)
            : Check.Ok(new PreviousState(
                manifest is { } m ? new StateManifest(m) : null,
                results is { } r ? StatusesOf(r) : null,
                before is { } old && now is { } present ? Fresher(LoadedAt(old), LoadedAt(present)) : null));
    }

    private static JsonElement? Parse(IProjectFiles files, string name, string folder, List<Diagnostic> diagnostics)
    {
        if (!files.TryRead(name, out byte[]? content))
        {
            return null;
        }

        try
        {
            JsonElement root = JsonDocument.Parse(content).RootElement;
            if (root.ValueKind == JsonValueKind.Object)
            {
                return root;
            }
        }
        catch (JsonException)
        {
            // Told below: whatever it is, it is no artifact.
        }

        diagnostics.Add(Diagnostic.Error(SelectionCodes.UnreadableState, $"{name} of `{folder}` is not an artifact that can be read"));
        return null;
    }

    private static ImmutableDictionary<NodeId, string> StatusesOf(JsonElement artifact)
    {
        ImmutableDictionary<NodeId, string>.Builder statuses = ImmutableDictionary.CreateBuilder<NodeId, string>();
        foreach (StateNode result in ResultsOf(artifact))
        {
            if (result.Text("unique_id") is { } id && result.Text("status") is { } status)
            {
                statuses[new NodeId(id)] = status;
            }
        }

        return statuses.ToImmutable();
    }

    /// <summary>`max_loaded_at` by source, null for one whose freshness could not be found out.</summary>
    private static Dictionary<NodeId, string?> LoadedAt(JsonElement artifact) => ResultsOf(artifact)
        .Where(r => r.Text("unique_id") is not null)
        .ToDictionary(r => new NodeId(r.Text("unique_id") ?? ""), r => r.Text("max_loaded_at"));

    /// <summary>ISO 8601 in UTC: the order of the texts is that of the times.</summary>
    private static ImmutableHashSet<NodeId> Fresher(Dictionary<NodeId, string?> before, Dictionary<NodeId, string?> now) =>
    [
        .. now.Where(n => n.Value is not null && (!before.TryGetValue(n.Key, out string? old) || (old is not null && string.CompareOrdinal(n.Value, old) > 0))).Select(n => n.Key),
    ];

    private static IEnumerable<StateNode> ResultsOf(JsonElement artifact) =>
        artifact.TryGetProperty("results", out JsonElement results) && results.ValueKind == JsonValueKind.Array ? results.EnumerateArray().Select(r => new StateNode(r)) : [];
}
