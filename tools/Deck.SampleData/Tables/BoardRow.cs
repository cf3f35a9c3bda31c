namespace Deck.SampleData.Tables;

/// <summary>A row of boards.csv: a deck, either the default one or one of the user's own.</summary>
internal sealed record BoardRow(Guid Id, Guid UserId, string Name, bool IsDefault, DateTime CreatedAt);
