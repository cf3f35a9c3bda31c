using System.Collections.Immutable;

namespace Deck.Models.Engine.Planning;

/// <summary>Statements that travel together.</summary>
/// <param name="InTransaction">True: all or nothing. False: each commits by itself (needed by `create index concurrently`, `vacuum`).</param>
public sealed record SqlBatch(ImmutableArray<SqlStatement> Statements, bool InTransaction)
{
    public static SqlBatch Atomic(params IEnumerable<SqlStatement> statements) => new([.. statements], true);

    public static SqlBatch Separate(params IEnumerable<SqlStatement> statements) => new([.. statements], false);
}
