namespace Deck.SampleData.Tables;

/// <summary>A row of session_participants.csv: somebody who came along.</summary>
internal sealed record SessionParticipantRow(Guid Id, Guid SessionId, Guid UserId, DateTime JoinedAt);
