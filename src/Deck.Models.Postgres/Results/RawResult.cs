namespace Deck.Models.Postgres.Results;

/// <summary>Columns and rows that a command of a batch returned, with types still as the OIDs that the protocol carries.</summary>
/// <param name="Command">The command's place in the batch.</param>
internal sealed record RawResult(int Command, IReadOnlyList<string> Names, IReadOnlyList<uint> TypeOids, IReadOnlyList<string?[]> Rows);
