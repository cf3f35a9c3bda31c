using System.Buffers;
using System.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>How the fields of a CSV file are parted, in bytes of UTF-8.</summary>
internal sealed class CsvDialect
{
    private readonly byte[] bytes;

    public CsvDialect(char delimiter)
    {
        Delimiter = delimiter;
        bytes = Encoding.UTF8.GetBytes([delimiter]);
        Ends = SearchValues.Create([bytes[0], (byte)'\n', (byte)'\r', (byte)'"']);
    }

    public char Delimiter { get; }

    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>True where a text begins with the delimiter.</summary>
    public bool IsAtStart(ReadOnlySpan<byte> text) => text[0] == bytes[0] && (bytes.Length == 1 || text.StartsWith(bytes));

    /// <summary>The bytes with which something begins that is no plain character of a field without quotes.</summary>
    public SearchValues<byte> Ends { get; }

    /// <summary>True where the server's COPY takes the delimiter.</summary>
    public bool IsForCopy => bytes is [not ((byte)'"' or (byte)'\r' or (byte)'\n')];
}
