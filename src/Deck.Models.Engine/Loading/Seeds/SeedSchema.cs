using System.Collections.Immutable;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>What a seed's table looks like, found in a first pass over the file.</summary>
public sealed record SeedSchema
{
    /// <summary>Path from the project's folder.</summary>
    public required string Path { get; init; }

    public required char Delimiter { get; init; }

    public required ImmutableArray<SeedColumn> Columns { get; init; }

    public required long RowCount { get; init; }

    /// <summary>True where `COPY` reads the rows as they stand in the file, with its delimiter and with `FORCE_NULL` of the columns that have NULL in quotes.</summary>
    public bool IsVerbatim { get; init; }
}
