using System.Collections.Immutable;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>A seed's file, ready for `COPY`.</summary>
/// <param name="Columns">Names as the header has them, with their types.</param>
/// <param name="WriteRows">Writes all rows as CSV in UTF-8, without a header, and returns how many they are; may be called again.</param>
public sealed record SeedTable(ImmutableArray<TypedColumn> Columns, Func<Stream, CancellationToken, Task<long>> WriteRows)
{
    /// <summary>The same table without rows, as `--empty` loads it.</summary>
    public SeedTable WithoutRows => this with { WriteRows = (_, _) => Task.FromResult(0L) };

    /// <summary>What parts the values.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>The places of the columns in which a value in quotes may stand for NULL.</summary>
    public ImmutableArray<int> QuotedNulls { get; init; } = [];
}
