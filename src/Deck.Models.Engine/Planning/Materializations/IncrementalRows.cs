using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>New rows on their way into a relation.</summary>
/// <param name="Target">The quoted relation.</param>
/// <param name="Source">The quoted temporary table.</param>
/// <param name="Columns">The columns to write.</param>
internal sealed record IncrementalRows(string Target, string Source, ImmutableArray<string> Columns)
{
    /// <summary>The columns, quoted, with an optional prefix.</summary>
    public string List(string prefix = "") => string.Join(", ", Columns.Select(c => prefix + RelationName.Quote(c)));
}
