namespace Deck.SampleData.Tables;

/// <summary>Writes the app's tables as the seeds of the project, each in the order of time.</summary>
internal static class SeedFolder
{
    /// <summary>Writes the ten files into an existing folder.</summary>
    public static void Write(string folder, AppTables tables)
    {
        WriteUsers(folder, tables);
        WriteEvents(folder, tables);
        WriteTogether(folder, tables);
    }

    private static void WriteUsers(string folder, AppTables tables)
    {
        Write(folder, "users", "id,email,created_at",
            tables.Users.OrderBy(row => row.CreatedAt).Select(row => (object[])[row.Id, row.Email, row.CreatedAt]));
        Write(folder, "user_profiles", "id,username,full_name,onboarding_completed",
            tables.UserProfiles.OrderBy(row => row.Username, StringComparer.Ordinal)
                .Select(row => (object[])[row.Id, row.Username, row.FullName, row.OnboardingCompleted]));
        Write(folder, "test_accounts", "id", tables.TestAccounts.Select(row => (object[])[row.Id]));
    }

    private static void WriteEvents(string folder, AppTables tables)
    {
        Write(folder, "dextr_queries", "id,user_id,query_text,response_pack_id,app_version,created_at",
            tables.DextrQueries.OrderBy(row => row.CreatedAt).Select(row => (object[])
                [row.Id, row.UserId, row.QueryText, row.ResponsePackId, row.AppVersion, row.CreatedAt]));
        Write(folder, "dextr_pack_cards", "id,pack_id,card_id,user_action,created_at",
            tables.DextrPackCards.OrderBy(row => row.CreatedAt).Select(row => (object[])
                [row.Id, row.PackId, row.CardId, row.IsSwipedRight ? "right" : "left", row.CreatedAt]));
        Write(folder, "core_card_actions", "id,user_id,card_id,action_type,created_at",
            tables.CoreCardActions.OrderBy(row => row.CreatedAt).Select(row => (object[])
                [row.Id, row.UserId, row.CardId, row.ActionType, row.CreatedAt]));
    }

    private static void WriteTogether(string folder, AppTables tables)
    {
        Write(folder, "boards", "id,user_id,name,is_default,created_at",
            tables.Boards.OrderBy(row => row.CreatedAt).Select(row => (object[])
                [row.Id, row.UserId, row.Name, row.IsDefault, row.CreatedAt]));
        Write(folder, "deck_shares", "id,user_id,board_id,created_at",
            tables.DeckShares.OrderBy(row => row.CreatedAt).Select(row => (object[])
                [row.Id, row.UserId, row.BoardId, row.CreatedAt]));
        Write(folder, "multiplayer_sessions", "id,creator_id,title,status,created_at",
            tables.MultiplayerSessions.OrderBy(row => row.CreatedAt).Select(row => (object[])
                [row.Id, row.CreatorId, row.Title, row.Status, row.CreatedAt]));
        Write(folder, "session_participants", "id,session_id,user_id,joined_at",
            tables.SessionParticipants.OrderBy(row => row.JoinedAt).Select(row => (object[])
                [row.Id, row.SessionId, row.UserId, row.JoinedAt]));
    }

    // OrderBy is stable: rows of one moment keep the order in which they happened.
    private static void Write(string folder, string table, string header, IEnumerable<object[]> rows) =>
        CsvFile.Write(Path.Combine(folder, $"{table}.csv"), header, rows);
}
