namespace Deck.SampleData.Tables;

/// <summary>A row of multiplayer_sessions.csv: an invitation to plan together.</summary>
internal sealed record MultiplayerSessionRow(Guid Id, Guid CreatorId, string Title, string Status, DateTime CreatedAt);
