using System.Collections.Immutable;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>Rows of a unit test, whatever format they were written in.</summary>
public sealed class UnitTestRows
{
    /// <summary>`dict`, `csv` or `sql`.</summary>
    public required string Format { get; init; }

    /// <summary>One dict a row (column to value); empty for the `sql` format.</summary>
    public ImmutableArray<DictValue> Rows { get; init; } = [];

    /// <summary>The query of the `sql` format.</summary>
    public string? Sql { get; init; }

    /// <summary>The fixture that the rows come from, or null for rows written in place.</summary>
    public string? Fixture { get; init; }

    public required Location Location { get; init; }
}
