using System.Collections.Immutable;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>A seed's file, ready for `COPY`.</summary>
/// <param name="Columns">Names as the header has them, with their types.</param>
/// <param name="WriteRows">Writes all rows as CSV text without a header; may be called again.</param>
public sealed record SeedTable(ImmutableArray<TypedColumn> Columns, Func<TextWriter, CancellationToken, Task> WriteRows);
