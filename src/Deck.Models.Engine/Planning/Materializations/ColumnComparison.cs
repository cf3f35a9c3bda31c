using System.Collections.Immutable;
using Deck.Models.Engine.Execution;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>The columns that a query gives beside those that its relation has.</summary>
public sealed record ColumnComparison(ImmutableArray<TypedColumn> Source, ImmutableArray<TypedColumn> Target)
{
    public IEnumerable<TypedColumn> Added => Source.Where(s => Target.All(t => t.Name != s.Name));

    public IEnumerable<TypedColumn> Removed => Target.Where(t => Source.All(s => s.Name != t.Name));

    /// <summary>Columns of both whose type differs, with the source's type; not those of text that differ in their length only.</summary>
    public IEnumerable<TypedColumn> Retyped => Source.Where(s => Target.Any(t => t.Name == s.Name && t.Type != s.Type && !(TextLength.Of(s) < TextLength.Of(t)) && !(TextLength.Of(s) > TextLength.Of(t))));

    /// <summary>Columns of text of both for which the target's type is too short, with the source's type.</summary>
    public IEnumerable<TypedColumn> Longer => Source.Where(s => Target.Any(t => t.Name == s.Name && TextLength.Of(s) > TextLength.Of(t)));

    public bool AreEqual => !Added.Any() && !Removed.Any() && !Retyped.Any();

    /// <summary>Makes room in a relation for longer texts.</summary>
    public IEnumerable<string> Lengthen(string target) => Longer.Select(c => $"alter table {target} alter column {c.Quoted} type {c.Type}");

    /// <summary>Reads the two results, each of name and type.</summary>
    public static ColumnComparison Of(QueryResult source, QueryResult target) => new(Read(source), Read(target));

    private static ImmutableArray<TypedColumn> Read(QueryResult result) => [.. result.Rows.Select(r => new TypedColumn(r[0] ?? "", r[1] ?? ""))];
}
