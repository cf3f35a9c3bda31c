namespace Deck.SampleData.Tables;

/// <summary>A row of test_accounts.csv: the team's own accounts.</summary>
internal sealed record TestAccountRow(Guid Id);
