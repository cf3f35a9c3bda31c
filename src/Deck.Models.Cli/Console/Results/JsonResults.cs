using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Deck.Models.Engine.Execution;

namespace Deck.Models.Cli.Console.Results;

/// <summary>Prints results as one JSON document: an array of rows, or for several statements an array of `{heading, rows}`.</summary>
internal static class JsonResults
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter writer, IReadOnlyList<ShownResult> results)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            if (results is [{ Heading: null } only])
            {
                WriteRows(json, only.Result);
            }
            else
            {
                WriteAll(json, results);
            }
        }

        writer.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteAll(Utf8JsonWriter json, IReadOnlyList<ShownResult> results)
    {
        json.WriteStartArray();
        foreach (ShownResult shown in results)
        {
            json.WriteStartObject();
            json.WriteString("heading", shown.Heading);
            json.WritePropertyName("rows");
            WriteRows(json, shown.Result);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter json, QueryResult result)
    {
        json.WriteStartArray();
        foreach (string?[] row in result.Rows)
        {
            json.WriteStartObject();
            for (int i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(result.Columns[i].Name);
                WriteValue(json, row[i], result.Columns[i].TypeName);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, string? value, string type)
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else if (PostgresTypes.IsBoolean(type))
        {
            json.WriteBooleanValue(value == "t");
        }
        else if (PostgresTypes.IsJson(type) || (PostgresTypes.IsJsonNumber(type) && IsJsonNumber(value)))
        {
            json.WriteRawValue(value);
        }
        else
        {
            json.WriteStringValue(value);
        }
    }

    /// <summary>PostgreSQL also writes NaN and Infinity, which JSON has no number for.</summary>
    private static bool IsJsonNumber(string value) => char.IsAsciiDigit(value[^1]);
}
