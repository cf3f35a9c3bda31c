using System.Collections.Immutable;
using System.Text.Unicode;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>The first pass over some blocks of a seed's rows: the types of their values, and what is wrong with them. Scans of several threads are joined.</summary>
internal sealed class SeedBlockScan(ImmutableArray<SeedColumnGuess> columns, CsvDialect dialect)
{
    // A broken file tends to be broken in every row; each place costs another look into the file.
    public const int MostPlaces = 10;

    private readonly List<CsvField> fields = [];
    private readonly List<MalformedRow> malformed = [];
    private CsvLineBreaks lineBreaks;
    private bool isRewritten;

    public ImmutableArray<SeedColumnGuess> Columns => columns;

    public long RowCount { get; private set; }

    /// <summary>Rows with another number of fields than the header.</summary>
    public long MalformedCount { get; private set; }

    /// <summary>The first of them.</summary>
    public IEnumerable<MalformedRow> Malformed => malformed.OrderBy(m => m.Offset).Take(MostPlaces);

    /// <summary>The start of the row in which the file ends within quotes.</summary>
    public long? Unclosed { get; private set; }

    /// <summary>True where some bytes are not UTF-8.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>True where COPY parts rows and fields as this tool does: no quotes in odd places, no empty lines, no missing fields, one kind of line breaks.</summary>
    public bool IsVerbatim => !isRewritten && MalformedCount == 0 && lineBreaks is CsvLineBreaks.None or CsvLineBreaks.Lf or CsvLineBreaks.CrLf;

    public SeedBlockScan Begin() => new([.. columns.Select(c => c.Begin())], dialect);

    public void Take(CsvBlock block)
    {
        ReadOnlySpan<byte> text = block.Text;
        IsBroken |= !Utf8.IsValid(text);
        int places = malformed.Count + MostPlaces;
        CsvRecordReader records = new(text, dialect, fields);
        while (records.Read())
        {
            if (SeedReader.IsBlank(fields, columns.Length))
            {
                isRewritten = true;
                continue;
            }

            RowCount++;
            CheckLength(block.Offset + records.Start, places);
            isRewritten |= text[records.Start] == '\\';
            TakeFields(text);
            Unclosed ??= fields is [.., { Form: CsvFieldForm.Unclosed }] ? block.Offset + records.Start : null;
        }

        lineBreaks |= records.LineBreaks;
    }

    public void Join(SeedBlockScan other)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i].Join(other.Columns[i]);
        }

        RowCount += other.RowCount;
        MalformedCount += other.MalformedCount;
        malformed.AddRange(other.malformed);
        lineBreaks |= other.lineBreaks;
        isRewritten |= other.isRewritten;
        Unclosed ??= other.Unclosed;
        IsBroken |= other.IsBroken;
    }

    private void TakeFields(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < columns.Length && i < fields.Count; i++)
        {
            CsvField field = fields[i];
            isRewritten |= !field.IsAsCopyReads;
            columns[i].Take(field.ValueIn(text), field.IsQuoted);
        }
    }

    private void CheckLength(long offset, int places)
    {
        int count = Math.Max(1, fields.Count);
        if (count == columns.Length)
        {
            return;
        }

        MalformedCount++;
        if (malformed.Count < places)
        {
            malformed.Add(new MalformedRow(offset, count));
        }
    }
}
