namespace Deck.Models.Benchmarks;

/// <summary>The raw tables of the DECK app with as many events as asked for, made in the server itself; the same rows for the same number.</summary>
internal static class DeckEvents
{
    /// <summary>Eight in ten events are swipes, one is a prompt, the last one a saved, opened or shared card; a user has fifty, a board is made by every other user.</summary>
    public static string Script(string schema, long events)
    {
        long users = Math.Max(events / 50, 10);
        long prompts = events / 10;
        return $"""
            create schema {schema};
            set search_path = {schema};
            create function uid(kind text, n bigint) returns uuid language sql immutable parallel safe as $$ select md5(kind || n)::uuid $$;
            create function moment(n bigint) returns timestamptz language sql immutable parallel safe as $$
                select timestamptz '2025-09-01 00:00:00+00' + (n * 7919 % 15552000) * interval '1 second' $$;

            create table users as
                select uid('user', g) as id, 'user' || g || '@example.net' as email, timestamptz '2025-08-01 00:00:00+00' + (g % 2592000) * interval '1 second' as created_at
                from generate_series(1, {users}) as g;
            create table user_profiles as select uid('user', g) as id, 'user.' || g as username, 'User ' || g as full_name, g % 5 <> 0 as onboarding_completed from generate_series(1, {users}) as g;
            create table test_accounts as select uid('user', g) as id from generate_series(1, {users}, 997) as g;

            create table dextr_queries as
                select uid('query', g) as id, uid('user', 1 + g % {users}) as user_id, 'somewhere quiet near ' || g % 1000 as query_text, uid('pack', g) as response_pack_id,
                       '2.' || g % 9 || '.0' as app_version, moment(g) as created_at
                from generate_series(1, {prompts}) as g;
            create table dextr_pack_cards as
                select uid('packcard', g) as id, uid('pack', 1 + g % {prompts}) as pack_id, uid('card', g % 50000) as card_id, case when g % 3 = 0 then 'right' else 'left' end as user_action,
                       moment(1 + g % {prompts}) + (g % 600) * interval '1 second' as created_at
                from generate_series(1, {events * 8 / 10}) as g;
            create table core_card_actions as
                select uid('action', g) as id, uid('user', 1 + g % {users}) as user_id, uid('card', g % 50000) as card_id,
                       (array['saved', 'saved', 'share', 'opened_website', 'book_with_deck', 'click_directions', 'click_phone'])[1 + g % 7] as action_type, moment(g) as created_at
                from generate_series(1, {events / 10}) as g;

            create table boards as
                select uid('board', g) as id, uid('user', 1 + g % {users}) as user_id, case when g <= {users} then 'Favourites' else 'Trip ' || g end as name, g <= {users} as is_default, moment(g) as created_at
                from generate_series(1, {users * 3 / 2}) as g;
            create table deck_shares as
                select uid('deckshare', g) as id, uid('user', 1 + g * 5 % {users}) as user_id, uid('board', 1 + g % {users}) as board_id, moment(g) as created_at from generate_series(1, {Math.Max(users / 10, 1)}) as g;
            create table multiplayer_sessions as
                select uid('session', g) as id, uid('user', 1 + g * 3 % {users}) as creator_id, 'Dinner ' || g as title, (array['completed', 'active', 'abandoned'])[1 + g % 3] as status, moment(g) as created_at
                from generate_series(1, {Math.Max(users / 20, 1)}) as g;
            create table session_participants as
                select uid('participant', g) as id, uid('session', 1 + g % {Math.Max(users / 20, 1)}) as session_id, uid('user', 1 + g * 11 % {users}) as user_id,
                       moment(1 + g % {Math.Max(users / 20, 1)}) + interval '5 minutes' as joined_at
                from generate_series(1, {Math.Max(users / 5, 1)}) as g;
            vacuum analyze;
            """;
    }
}
