using System.Text.Json;
using Deck.Models.Text;

namespace Deck.Models.Cli.Console;

/// <summary>A diagnostic as the data of a JSON log's event.</summary>
internal static class LoggedDiagnostic
{
    /// <summary>Writes the members of the open object.</summary>
    public static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteString("code", diagnostic.Code.ToString());
        json.WriteString("exc", diagnostic.Message);
        if (diagnostic.Location?.InFile is { } place)
        {
            json.WriteString("file_path", place.Text.Path);
            if (!place.IsFileOnly)
            {
                json.WriteNumber("line", place.Position.Line);
                json.WriteNumber("column", place.Position.Column);
            }
        }

        WriteList(json, "details", diagnostic.Details);
        WriteList(json, "hints", diagnostic.Hints);
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyCollection<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
