using System.Collections.Immutable;
using System.Text.Json;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>run_results.json in dbt's schema, version 6.</summary>
public static class RunResultsArtifact
{
    public const string FileName = "run_results.json";

    public static void Write(Stream stream, RunResult run, ArtifactContext context)
    {
        using Utf8JsonWriter json = new(stream);
        json.WriteStartObject();
        ArtifactMetadata.Write(json, "run-results/v6", context);
        json.WriteStartArray("results");
        foreach (NodeResult result in run.Results)
        {
            WriteResult(json, result);
        }

        json.WriteEndArray();
        json.WriteNumber("elapsed_time", run.Elapsed.TotalSeconds);
        WriteArguments(json, context.Settings);
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, NodeResult result)
    {
        json.WriteStartObject();
        json.WriteString("status", NodeStatuses.NameOf(result.Status));
        WriteTiming(json, result);
        json.WriteString("thread_id", result.ThreadId);
        json.WriteNumber("execution_time", result.Elapsed.TotalSeconds);
        WriteResponse(json, result);
        json.WriteString("message", result.Message);
        WriteNumber(json, "failures", result.Failures);
        json.WriteString("unique_id", result.Node.Id.Value);
        json.WriteBoolean("compiled", result.CompiledCode is not null);
        json.WriteString("compiled_code", result.CompiledCode);
        json.WriteString("relation_name", result.Node.Relation?.Shown);
        WriteBatches(json, result.Batches);
        if (result.Overloads is { } overloads)
        {
            WriteOverloads(json, overloads);
        }

        json.WriteEndObject();
    }

    private static void WriteBatches(Utf8JsonWriter json, BatchResults? batches)
    {
        if (batches is null)
        {
            json.WriteNull("batch_results");
            return;
        }

        json.WriteStartObject("batch_results");
        WriteBatches(json, "successful", batches.Successful);
        WriteBatches(json, "failed", batches.Failed);
        json.WriteEndObject();
    }

    private static void WriteBatches(Utf8JsonWriter json, string name, ImmutableArray<EventTimeWindow> windows)
    {
        json.WriteStartArray(name);
        foreach (EventTimeWindow window in windows)
        {
            json.WriteStartArray();
            json.WriteStringValue(new DateTimeOffset(window.Start, TimeSpan.Zero));
            json.WriteStringValue(new DateTimeOffset(window.End, TimeSpan.Zero));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Functions alone have them: the published schema of the file does not know the key yet.</summary>
    private static void WriteOverloads(Utf8JsonWriter json, OverloadResults overloads)
    {
        json.WriteStartObject("overload_results");
        WriteTexts(json, "successful", overloads.Successful);
        WriteTexts(json, "failed", overloads.Failed);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Two spans as dbt times them: `compile` and `execute`; a node that was skipped has none.</summary>
    private static void WriteTiming(Utf8JsonWriter json, NodeResult result)
    {
        json.WriteStartArray("timing");
        if (result.Status != NodeStatus.Skipped)
        {
            ArtifactMetadata.WriteSpan(json, "compile", result.StartedAt, result.CompiledAt ?? result.FinishedAt);
            ArtifactMetadata.WriteSpan(json, "execute", result.CompiledAt ?? result.FinishedAt, result.FinishedAt);
        }

        json.WriteEndArray();
    }

    private static void WriteResponse(Utf8JsonWriter json, NodeResult result)
    {
        json.WriteStartObject("adapter_response");
        if (result.Response is { } response)
        {
            json.WriteString("_message", response.Message);
            json.WriteString("code", response.Code);
            json.WriteNumber("rows_affected", response.Rows);
        }

        json.WriteEndObject();
    }

    private static void WriteArguments(Utf8JsonWriter json, InvocationSettings settings)
    {
        json.WriteStartObject("args");
        json.WriteString("which", settings.Command);
        json.WriteString("invocation_command", $"deckmodel {settings.Command}");
        json.WriteString("target", settings.TargetName);
        json.WriteString("profile", settings.ProfileName);
        json.WriteBoolean("full_refresh", settings.FullRefresh);
        json.WriteBoolean("fail_fast", settings.FailFast);
        json.WriteBoolean("empty", settings.Empty);
        json.WriteBoolean("store_failures", settings.StoreFailures);
        WriteNumber(json, "threads", settings.Threads);
        json.WriteStartObject("vars");
        WriteValues(json, settings.Vars);
        json.WriteEndObject();
        WriteValues(json, settings.Flags);
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, ImmutableDictionary<string, Value> values)
    {
        foreach ((string name, Value value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            JsonValues.Write(json, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
