namespace Deck.SampleData.Tables;

/// <summary>A row of users.csv: an account.</summary>
internal sealed record UserRow(Guid Id, string Email, DateTime CreatedAt);
