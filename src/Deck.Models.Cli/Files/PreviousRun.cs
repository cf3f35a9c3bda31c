using System.Collections.Immutable;
using System.Text.Json;
using Deck.Models.Engine;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Files;

/// <summary>What `retry` needs to know of the run before: its command, its flags, and the nodes that did not come out well.</summary>
/// <param name="Command">The command's name, such as `build`.</param>
/// <param name="Flags">Name and text of the flags that were given.</param>
/// <param name="Unfinished">Nodes that failed, and those that were skipped.</param>
internal sealed record PreviousRun(string Command, IReadOnlyDictionary<string, string> Flags, IReadOnlySet<NodeId> Unfinished)
{
    /// <summary>Of microbatch models of which some batches came out well and some did not: as in dbt, of others all are built again.</summary>
    public IReadOnlyDictionary<NodeId, BatchResults> Batches { get; init; } = new Dictionary<NodeId, BatchResults>();

    /// <summary>Null where the results do not tell.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    private static readonly ImmutableHashSet<string> UnfinishedStatuses =
        [.. Enum.GetValues<NodeStatus>().Where(s => s == NodeStatus.Skipped || NodeStatuses.IsFailure(s)).Select(NodeStatuses.NameOf)];

    /// <param name="shownFolder">The folder as the user should read it.</param>
    public static Checked<PreviousRun> Read(string folder, string shownFolder)
    {
        string path = Path.Combine(folder, RunResultsArtifact.FileName);
        if (!File.Exists(path))
        {
            return Check.Failed<PreviousRun>(Diagnostic.Error(CliCodes.NoPreviousRun, $"there is no {RunResultsArtifact.FileName} in `{shownFolder}`, so there is no run to retry")
                .WithHint("`--state` names the folder of another run's artifacts"));
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Check.Ok(Read(document.RootElement));
        }
        catch (JsonException broken)
        {
            return Unreadable(shownFolder, broken.Message);
        }
        catch (KeyNotFoundException)
        {
            return Unreadable(shownFolder, "it lacks a key that run results have");
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return Unreadable(shownFolder, "a value has another type than in run results");
        }
    }

    private static PreviousRun Read(JsonElement results)
    {
        JsonElement arguments = results.GetProperty("args");
        return new PreviousRun(
            arguments.GetProperty("which").GetString() ?? "",
            arguments.EnumerateObject().Where(a => a.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Array)).ToDictionary(a => a.Name, a => a.Value.ToString()),
            results.GetProperty("results").EnumerateArray()
                .Where(r => UnfinishedStatuses.Contains(r.GetProperty("status").GetString() ?? ""))
                .Select(r => new NodeId(r.GetProperty("unique_id").GetString() ?? ""))
                .ToHashSet())
        {
            StartedAt = ReadStart(results.GetProperty("metadata")),
            Batches = results.GetProperty("results").EnumerateArray()
                .Where(r => r.TryGetProperty("batch_results", out JsonElement batches) && batches.ValueKind == JsonValueKind.Object)
                .Select(r => KeyValuePair.Create(new NodeId(r.GetProperty("unique_id").GetString() ?? ""), ReadBatches(r.GetProperty("batch_results"))))
                .Where(b => b.Value is { Successful.IsEmpty: false, Failed.IsEmpty: false })
                .ToDictionary(),
        };
    }

    /// <summary>Older results tell when they were written only.</summary>
    private static DateTimeOffset? ReadStart(JsonElement metadata) =>
        (metadata.TryGetProperty("invocation_started_at", out JsonElement start) && start.ValueKind == JsonValueKind.String) || metadata.TryGetProperty("generated_at", out start) ? start.GetDateTimeOffset() : null;

    private static BatchResults ReadBatches(JsonElement batches) => new(ReadWindows(batches.GetProperty("successful")), ReadWindows(batches.GetProperty("failed")));

    private static ImmutableArray<EventTimeWindow> ReadWindows(JsonElement windows) =>
        [.. windows.EnumerateArray().Select(w => new EventTimeWindow(w[0].GetDateTimeOffset().UtcDateTime, w[1].GetDateTimeOffset().UtcDateTime))];

    private static Checked<PreviousRun> Unreadable(string shownFolder, string why) =>
        Check.Failed<PreviousRun>(Diagnostic.Error(CliCodes.NoPreviousRun, $"{RunResultsArtifact.FileName} in `{shownFolder}` cannot be read: {why}"));
}
