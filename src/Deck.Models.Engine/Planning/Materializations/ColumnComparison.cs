using System.Collections.Immutable;
using Deck.Models.Engine.Execution;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>The columns that a query gives beside those that its relation has.</summary>
public sealed record ColumnComparison(ImmutableArray<TypedColumn> Source, ImmutableArray<TypedColumn> Target)
{
    public IEnumerable<TypedColumn> Added => Source.Where(s => Target.All(t => t.Name != s.Name));

    public IEnumerable<TypedColumn> Removed => Target.Where(t => Source.All(s => s.Name != t.Name));

    /// <summary>Columns of both whose type differs, with the source's type.</summary>
    public IEnumerable<TypedColumn> Retyped => Source.Where(s => Target.Any(t => t.Name == s.Name && t.Type != s.Type));

    public bool AreEqual => !Added.Any() && !Removed.Any() && !Retyped.Any();

    /// <summary>Reads the two results, each of name and type.</summary>
    public static ColumnComparison Of(QueryResult source, QueryResult target) => new(Read(source), Read(target));

    private static ImmutableArray<TypedColumn> Read(QueryResult result) => [.. result.Rows.Select(r => new TypedColumn(r[0] ?? "", r[1] ?? ""))];
}
