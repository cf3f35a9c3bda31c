namespace Deck.SampleData.Tables;

/// <summary>A row of deck_shares.csv: a deck sent to somebody.</summary>
internal sealed record DeckShareRow(Guid Id, Guid UserId, Guid BoardId, DateTime CreatedAt);
