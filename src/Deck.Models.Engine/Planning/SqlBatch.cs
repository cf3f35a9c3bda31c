using System.Collections.Immutable;

namespace Deck.Models.Engine.Planning;

/// <summary>Statements that travel together: in one exchange, unless each commits by itself.</summary>
public sealed record SqlBatch(ImmutableArray<SqlStatement> Statements, BatchExtent Extent)
{
    /// <summary>False where each statement commits by itself.</summary>
    public bool InTransaction => Extent != BatchExtent.Separate;

    /// <summary>True where `begin` goes before the statements; one alone is a transaction anyway.</summary>
    public bool Begins => Extent == BatchExtent.Begin || (Extent == BatchExtent.Whole && Statements.Length > 1);

    /// <summary>True where `commit` goes after the statements.</summary>
    public bool Commits => Extent == BatchExtent.End || (Extent == BatchExtent.Whole && Statements.Length > 1);

    public static SqlBatch Atomic(params IEnumerable<SqlStatement> statements) => new([.. statements], BatchExtent.Whole);

    public static SqlBatch Separate(params IEnumerable<SqlStatement> statements) => new([.. statements], BatchExtent.Separate);
}
