namespace Deck.SampleData.Tables;

/// <summary>A row of user_profiles.csv: how a user appears in the app.</summary>
internal sealed record UserProfileRow(Guid Id, string Username, string FullName, bool OnboardingCompleted);
