namespace Deck.SampleData.Tables;

/// <summary>The rows of the app's tables, filled while the users use the app.</summary>
internal sealed class AppTables
{
    public List<UserRow> Users { get; } = [];

    public List<UserProfileRow> UserProfiles { get; } = [];

    public List<TestAccountRow> TestAccounts { get; } = [];

    public List<DextrQueryRow> DextrQueries { get; } = [];

    public List<DextrPackCardRow> DextrPackCards { get; } = [];

    public List<CoreCardActionRow> CoreCardActions { get; } = [];

    public List<BoardRow> Boards { get; } = [];

    public List<DeckShareRow> DeckShares { get; } = [];

    public List<MultiplayerSessionRow> MultiplayerSessions { get; } = [];

    public List<SessionParticipantRow> SessionParticipants { get; } = [];
}
