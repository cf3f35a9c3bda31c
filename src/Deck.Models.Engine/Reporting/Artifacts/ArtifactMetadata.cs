using System.Globalization;
using System.Text.Json;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>The `metadata` object that opens every artifact.</summary>
public static class ArtifactMetadata
{
    /// <summary>Prefix of the environment variables that dbt copies into artifacts.</summary>
    private const string EnvironmentPrefix = "DBT_ENV_CUSTOM_ENV_";

    /// <param name="schema">Name and version in dbt's schema address, such as `manifest/v12`.</param>
    /// <param name="writeMore">Writes what this artifact has beyond the common fields.</param>
    internal static void Write(Utf8JsonWriter json, string schema, ArtifactContext context, Action<Utf8JsonWriter>? writeMore = null)
    {
        json.WriteStartObject("metadata");
        json.WriteString("dbt_schema_version", $"https://schemas.getdbt.com/dbt/{schema}.json");
        json.WriteString("dbt_version", context.DbtVersion);
        json.WriteString("generated_at", Time(context.GeneratedAt));
        json.WriteString("invocation_id", context.Settings.InvocationId.ToString());
        json.WriteString("invocation_started_at", Time(context.Settings.StartedAt));
        json.WriteStartObject("env");
        foreach ((string name, string value) in EnvironmentOf(context.Settings))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        writeMore?.Invoke(json);
        json.WriteEndObject();
    }

    /// <summary>`env`: the variables of the environment that are meant for artifacts, without their prefix, by name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> EnvironmentOf(InvocationSettings settings) => settings.Environment
        .Where(e => e.Key.StartsWith(EnvironmentPrefix, StringComparison.Ordinal))
        .OrderBy(e => e.Key, StringComparer.Ordinal)
        .Select(e => KeyValuePair.Create(e.Key[EnvironmentPrefix.Length..], e.Value));

    /// <summary>A span of `timing`.</summary>
    internal static void WriteSpan(Utf8JsonWriter json, string name, DateTimeOffset from, DateTimeOffset to)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("started_at", Time(from));
        json.WriteString("completed_at", Time(to));
        json.WriteEndObject();
    }

    /// <summary>dbt's notation: ISO 8601 in UTC with microseconds and `Z`.</summary>
    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
