using System.Globalization;
using System.Text;

namespace Deck.SampleData.Tables;

/// <summary>Writes one CSV file: UTF-8 without a mark, LF at line ends, quotes only where needed.</summary>
internal static class CsvFile
{
    /// <summary>Writes the header and the rows, replacing the file.</summary>
    public static void Write(string path, string header, IEnumerable<object[]> rows)
    {
        StringBuilder text = new();
        text.Append(header).Append('\n');
        foreach (object[] row in rows)
        {
            text.AppendJoin(',', row.Select(Field)).Append('\n');
        }

        File.WriteAllText(path, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static string Field(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss'+00'", CultureInfo.InvariantCulture),
        string text => Quote(text),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
}
