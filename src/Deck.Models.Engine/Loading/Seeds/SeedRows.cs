using System.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>The rows of a seed as texts, for materializations that are written in Jinja; the file is read when they are asked for.</summary>
internal sealed class SeedRows(IProjectFiles files, SeedSchema schema)
{
    public SeedSchema Schema { get; } = schema;

    /// <summary>Reads all rows: null for NULL, and every other value as PostgreSQL reads it; a number keeps its final zeros.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public List<string?[]> Read()
    {
        List<string?[]> rows = [];
        List<CsvField> fields = [];
        CsvDialect dialect = new(Schema.Delimiter);
        using Stream file = SeedStream.Open(files.OpenRead(Schema.Path));
        foreach (CsvBlock block in SeedReader.RowsOf(new CsvBlockReader(file, dialect), dialect))
        {
            CsvRecordReader records = new(block.Text, dialect, fields);
            while (records.Read())
            {
                if (!SeedReader.IsBlank(fields, Schema.Columns.Length))
                {
                    rows.Add(RowOf(fields, block.Text));
                }
            }

            block.Return();
        }

        return rows;
    }

    /// <summary>Missing fields at the end are NULL.</summary>
    private string?[] RowOf(List<CsvField> fields, ReadOnlySpan<byte> text)
    {
        string?[] row = new string?[Schema.Columns.Length];
        for (int i = 0; i < Math.Min(row.Length, fields.Count); i++)
        {
            ReadOnlySpan<byte> value = fields[i].ValueIn(text);
            SeedValueKind kind = SeedNumber.Read(value) is null ? Schema.Columns[i].Kind : SeedValueKind.Text;
            row[i] = SeedTexts.IsNull(value) ? null : SeedValues.Write(Encoding.UTF8.GetString(value), kind);
        }

        return row;
    }
}
