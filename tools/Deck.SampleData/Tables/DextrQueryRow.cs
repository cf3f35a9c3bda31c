namespace Deck.SampleData.Tables;

/// <summary>A row of dextr_queries.csv: a prompt to Dextr, answered with a pack of cards.</summary>
internal sealed record DextrQueryRow(Guid Id, Guid UserId, string QueryText, Guid ResponsePackId, string AppVersion, DateTime CreatedAt);
