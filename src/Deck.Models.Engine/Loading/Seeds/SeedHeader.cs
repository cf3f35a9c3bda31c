using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>The first record of a seed, which names the columns.</summary>
/// <param name="Offset">Bytes of the file before it, without a byte order mark.</param>
/// <param name="Rows">What follows it in its block.</param>
internal sealed record SeedHeader(ImmutableArray<string> Names, long Offset, CsvBlock Rows)
{
    /// <summary>True where some bytes are not UTF-8.</summary>
    public bool IsBroken { get; private init; }

    public bool IsUnclosed { get; private init; }

    /// <summary>Reads the header; null where the file is empty.</summary>
    public static SeedHeader? Read(CsvBlock? first, CsvDialect dialect)
    {
        if (first is not { } block)
        {
            return null;
        }

        List<CsvField> fields = [];
        CsvRecordReader records = new(block.Text, dialect, fields);
        bool found = records.Read();
        while (found && fields.Count == 0)
        {
            found = records.Read();
        }

        return !found ? null : new SeedHeader(NamesOf(block, fields), block.Offset + records.Start, block.Skip(records.Position))
        {
            IsBroken = !Utf8.IsValid(block.Text[..records.Position]),
            IsUnclosed = fields[^1].Form == CsvFieldForm.Unclosed,
        };
    }

    private static ImmutableArray<string> NamesOf(CsvBlock block, List<CsvField> fields) => [.. fields.Select(f => Encoding.UTF8.GetString(f.ValueIn(block.Text)))];
}
