using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>A granularity of the project's own, such as a fiscal quarter: a column of a time spine.</summary>
/// <param name="ColumnName">The column where its name is not that of the granularity.</param>
public sealed record CustomGranularity(string Name, string? ColumnName, Location Location)
{
    public string Column => ColumnName ?? Name;
}
