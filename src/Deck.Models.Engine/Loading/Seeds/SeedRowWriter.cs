using System.Buffers;
using System.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Writes rows of a seed as CSV for COPY: comma, no header, NULL as an unquoted empty field.</summary>
internal sealed class SeedRowWriter(SeedSchema schema)
{
    private static readonly SearchValues<byte> Quoted = SearchValues.Create("\",\n\r\\"u8);

    private readonly CsvDialect dialect = new(schema.Delimiter);
    private readonly List<CsvField> fields = [];
    private readonly ArrayBufferWriter<byte> written = new(CsvBlockReader.UsualSize);

    /// <summary>The rows since <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => written.WrittenMemory;

    public long RowCount { get; private set; }

    public void Clear() => written.ResetWrittenCount();

    public void Append(CsvBlock block)
    {
        ReadOnlySpan<byte> text = block.Text;
        CsvRecordReader records = new(text, dialect, fields);
        while (records.Read())
        {
            if (!SeedReader.IsBlank(fields, schema.Columns.Length))
            {
                AppendRow(text);
                RowCount++;
            }
        }
    }

    /// <summary>Missing fields at the end are NULL.</summary>
    private void AppendRow(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < schema.Columns.Length; i++)
        {
            written.Write(i == 0 ? ""u8 : ","u8);
            if (i < fields.Count)
            {
                AppendValue(fields[i].ValueIn(text), schema.Columns[i].Kind);
            }
        }

        written.Write("\n"u8);
    }

    private void AppendValue(ReadOnlySpan<byte> value, SeedValueKind kind)
    {
        if (!SeedTexts.IsNull(value))
        {
            AppendField(IsWritten(value, kind) ? value : Encoding.UTF8.GetBytes(SeedValues.Write(Encoding.UTF8.GetString(value), kind)));
        }
    }

    /// <summary>True for the one form in which a value of a kind is written.</summary>
    private static bool IsWritten(ReadOnlySpan<byte> value, SeedValueKind kind) => kind switch
    {
        SeedValueKind.Number => SeedNumber.Read(value) is { IsShortest: true },
        SeedValueKind.Date => SeedTexts.IsDate(value),
        SeedValueKind.Timestamp => SeedTexts.IsTimestamp(value),
        SeedValueKind.IsoTimestamp or SeedValueKind.Boolean => false,
        _ => true,
    };

    /// <summary>Quoted where CSV needs it, and where a lone `\.` would end the data.</summary>
    private void AppendField(ReadOnlySpan<byte> value)
    {
        if (!value.ContainsAny(Quoted))
        {
            written.Write(value);
            return;
        }

        written.Write("\""u8);
        int quote;
        while ((quote = value.IndexOf((byte)'"')) >= 0)
        {
            written.Write(value[..(quote + 1)]);
            written.Write("\""u8);
            value = value[(quote + 1)..];
        }

        written.Write(value);
        written.Write("\""u8);
    }
}
