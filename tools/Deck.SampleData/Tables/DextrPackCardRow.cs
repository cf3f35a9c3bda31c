namespace Deck.SampleData.Tables;

/// <summary>A row of dextr_pack_cards.csv: a card of a pack, swiped left or right.</summary>
internal sealed record DextrPackCardRow(Guid Id, Guid PackId, Guid CardId, bool IsSwipedRight, DateTime CreatedAt);
