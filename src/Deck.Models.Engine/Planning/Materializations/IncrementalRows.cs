using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>New rows on their way into a relation.</summary>
/// <param name="Target">The quoted relation.</param>
/// <param name="SourceName">The name of the temporary table.</param>
/// <param name="Columns">The columns to write.</param>
internal sealed record IncrementalRows(string Target, string SourceName, ImmutableArray<TypedColumn> Columns)
{
    /// <summary>The temporary table, quoted.</summary>
    public string Source => $"pg_temp.{RelationName.Quote(SourceName)}";

    /// <summary>The columns, quoted, with an optional prefix.</summary>
    public string List(string prefix = "") => string.Join(", ", Columns.Select(c => prefix + c.Quoted));
}
