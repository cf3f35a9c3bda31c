namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>A field of a CSV record: where it stands in its block, quotes included, and how it is written.</summary>
internal readonly record struct CsvField(int Start, int Length, CsvFieldForm Form)
{
    public bool IsQuoted => Form is not (CsvFieldForm.Plain or CsvFieldForm.Stray);

    /// <summary>True where `COPY` takes the field as Python's `csv.reader` does.</summary>
    public bool IsAsCopyReads => Form is CsvFieldForm.Plain or CsvFieldForm.Quoted or CsvFieldForm.Escaped;

    /// <summary>The value without its quotes.</summary>
    /// <param name="block">The text that the field stands in.</param>
    public ReadOnlySpan<byte> ValueIn(ReadOnlySpan<byte> block)
    {
        ReadOnlySpan<byte> written = block.Slice(Start, Length);
        return Form switch
        {
            CsvFieldForm.Plain or CsvFieldForm.Stray => written,
            CsvFieldForm.Quoted => written[1..^1],
            _ => Unescape(written[1..]),
        };
    }

    /// <summary>A doubled quote is one; after the closing quote all characters are the value's.</summary>
    private static byte[] Unescape(ReadOnlySpan<byte> rest)
    {
        byte[] value = new byte[rest.Length];
        int length = 0;
        int quote;
        while ((quote = rest.IndexOf((byte)'"')) >= 0)
        {
            bool doubled = quote + 1 < rest.Length && rest[quote + 1] == '"';
            int taken = doubled ? quote + 1 : quote;
            rest[..taken].CopyTo(value.AsSpan(length));
            length += taken;
            rest = rest[(quote + (doubled ? 2 : 1))..];
            if (!doubled)
            {
                break;
            }
        }

        rest.CopyTo(value.AsSpan(length));
        return value[..(length + rest.Length)];
    }
}
