using System.Globalization;
using System.Text.Json;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Execution.Freshness;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>sources.json in dbt's schema, version 3.</summary>
public static class SourcesArtifact
{
    public const string FileName = "sources.json";

    public static void Write(Stream stream, IEnumerable<FreshnessResult> results, ArtifactContext context)
    {
        using Utf8JsonWriter json = new(stream, NodeTexts.Options);
        json.WriteStartObject();
        ArtifactMetadata.Write(json, "sources/v3", context);
        json.WriteStartArray("results");
        foreach (FreshnessResult result in results)
        {
            json.WriteStartObject();
            json.WriteString("unique_id", result.Source.Id.Value);
            WriteResult(json, result);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("elapsed_time", (context.GeneratedAt - context.Settings.StartedAt).TotalSeconds);
        json.WriteEndObject();
    }

    /// <summary>dbt's word for a status.</summary>
    public static string NameOf(FreshnessStatus status) => status == FreshnessStatus.RuntimeError ? "runtime error" : status.ToString().ToLowerInvariant();

    /// <summary>The server's times have their zone as an offset here, and no fraction where it is 0.</summary>
    private static string Time(DateTimeOffset time) =>
        time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    private static void WriteResult(Utf8JsonWriter json, FreshnessResult result)
    {
        if (result.Trouble is { } trouble)
        {
            json.WriteString("error", trouble.Message);
            json.WriteString("status", NameOf(result.Status));
            return;
        }

        json.WriteString("max_loaded_at", Time(result.MaxLoadedAt));
        json.WriteString("snapshotted_at", Time(result.SnapshottedAt));
        json.WriteNumber("max_loaded_at_time_ago_in_s", result.Age.TotalSeconds);
        json.WriteString("status", NameOf(result.Status));
        json.WritePropertyName("criteria");
        JsonValues.Write(json, SourceDict.FreshnessOf(result.Source));
        json.WriteStartObject("adapter_response");
        json.WriteEndObject();
        json.WriteStartArray("timing");
        ArtifactMetadata.WriteSpan(json, "compile", result.StartedAt, result.StartedAt);
        ArtifactMetadata.WriteSpan(json, "execute", result.StartedAt, result.FinishedAt);
        json.WriteEndArray();
        json.WriteString("thread_id", "Thread-1");
        json.WriteNumber("execution_time", (result.FinishedAt - result.StartedAt).TotalSeconds);
    }
}
