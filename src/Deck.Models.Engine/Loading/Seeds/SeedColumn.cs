namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>A column of a seed's table.</summary>
/// <param name="Name">As the header has it.</param>
/// <param name="Type">The PostgreSQL type: given in `column_types`, or inferred from all values.</param>
public sealed record SeedColumn(string Name, string Type)
{
    /// <summary>How the values have to be rewritten for COPY.</summary>
    internal SeedValueKind Kind { get; init; }

    /// <summary>True where COPY reads all values as they stand in the file.</summary>
    internal bool IsVerbatim { get; init; }

    /// <summary>True where NULL stands in quotes somewhere.</summary>
    public bool HasQuotedNull { get; init; }
}
