using System.Collections.Immutable;
using System.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Writes one row of a seed as CSV for COPY.</summary>
internal static class SeedRowWriter
{
    /// <summary>Missing fields at the end are NULL.</summary>
    public static void Append(StringBuilder text, IReadOnlyList<string> fields, ImmutableArray<SeedColumn> columns)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            text.Append(i == 0 ? "" : ",");
            if (i < fields.Count && !SeedValues.IsNull(fields[i]))
            {
                AppendField(text, Convert(fields[i], columns[i].Kind));
            }
        }

        text.Append('\n');
    }

    private static string Convert(string field, SeedValueKind kind) => kind switch
    {
        SeedValueKind.Number when SeedValues.TryNumber(field, out string number) => number,
        SeedValueKind.Date when SeedValues.TryDate(field, out string date) => date,
        SeedValueKind.Timestamp when SeedValues.TryTimestamp(field, out string timestamp) => timestamp,
        SeedValueKind.IsoTimestamp when SeedValues.TryIsoTimestamp(field, out string timestamp) => timestamp,
        SeedValueKind.Boolean => field.Trim().ToLowerInvariant(),
        _ => field,
    };

    /// <summary>Quoted where CSV needs it, and where a lone `\.` would end the data.</summary>
    private static void AppendField(StringBuilder text, string value)
    {
        if (!value.AsSpan().ContainsAny("\",\n\r\\"))
        {
            text.Append(value);
            return;
        }

        text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
