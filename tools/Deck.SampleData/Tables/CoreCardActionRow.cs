namespace Deck.SampleData.Tables;

/// <summary>A row of core_card_actions.csv: something done with a card.</summary>
internal sealed record CoreCardActionRow(Guid Id, Guid UserId, Guid CardId, string ActionType, DateTime CreatedAt);
