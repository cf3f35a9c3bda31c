namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Reads CSV as Python's `csv.reader` does, one record of a block at a time.</summary>
/// <remarks>
/// A quote opens a quoted stretch only at the start of a field, a doubled quote inside is one quote, and what follows the closing
/// quote up to the delimiter belongs to the field. Line breaks are LF, CRLF or CR.
/// </remarks>
internal ref struct CsvRecordReader(ReadOnlySpan<byte> text, CsvDialect dialect, List<CsvField> fields)
{
    private readonly ReadOnlySpan<byte> text = text;

    /// <summary>Where the current record starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where reading goes on.</summary>
    public int Position { get; private set; }

    /// <summary>The line breaks so far.</summary>
    public CsvLineBreaks LineBreaks { get; private set; }

    /// <summary>Goes on to the next record and gives its fields to the list; an empty line is a record without fields.</summary>
    public bool Read()
    {
        fields.Clear();
        Start = Position;
        if (Position == text.Length)
        {
            return false;
        }

        bool more = !SkipLineBreak();
        while (more)
        {
            more = ReadField();
        }

        return true;
    }

    /// <summary>Reads one field and what ends it; true where a delimiter ended it.</summary>
    private bool ReadField()
    {
        int start = Position;
        CsvFieldForm form = Position < text.Length && text[Position] == '"' ? ReadQuoted() : CsvFieldForm.Plain;
        while (true)
        {
            int end = text[Position..].IndexOfAny(dialect.Ends);
            int skipped = end < 0 ? text.Length - Position : end;
            Position += skipped;
            form = skipped > 0 ? Continue(form) : form;
            bool delimits = end >= 0 && dialect.IsAtStart(text[Position..]);
            if (end < 0 || delimits || text[Position] is (byte)'\n' or (byte)'\r')
            {
                fields.Add(new CsvField(start, Position - start, form));
                Position += delimits ? dialect.Bytes.Length : 0;
                return delimits || (end >= 0 && !SkipLineBreak());
            }

            form = text[Position] == '"' && form == CsvFieldForm.Plain ? CsvFieldForm.Stray : Continue(form);
            Position++;
        }
    }

    private static CsvFieldForm Continue(CsvFieldForm form) => form is CsvFieldForm.Quoted or CsvFieldForm.Escaped ? CsvFieldForm.Continued : form;

    /// <summary>Goes behind the closing quote.</summary>
    private CsvFieldForm ReadQuoted()
    {
        CsvFieldForm form = CsvFieldForm.Quoted;
        Position++;
        int quote;
        while ((quote = text[Position..].IndexOf((byte)'"')) >= 0)
        {
            Position += quote + 1;
            if (Position == text.Length || text[Position] != '"')
            {
                return form;
            }

            form = CsvFieldForm.Escaped;
            Position++;
        }

        Position = text.Length;
        return CsvFieldForm.Unclosed;
    }

    private bool SkipLineBreak()
    {
        switch (text[Position..])
        {
            case [(byte)'\r', (byte)'\n', ..]:
                LineBreaks |= CsvLineBreaks.CrLf;
                Position += 2;
                return true;
            case [(byte)'\n', ..]:
                LineBreaks |= CsvLineBreaks.Lf;
                Position++;
                return true;
            case [(byte)'\r', ..]:
                LineBreaks |= CsvLineBreaks.Cr;
                Position++;
                return true;
            default:
                return false;
        }
    }
}
