-- One row for each user: what they did, and whether that makes them a Planner or a Passenger.

{{
    config(
        materialized='table',
        indexes=[
            {'columns': ['user_id'], 'unique': true},
            {'columns': ['user_type']},
        ],
    )
}}

with users as (

    -- Test accounts stop here: everything below starts from this list.
    select * from {{ ref('stg_users') }}
    where is_test_user = 0

),

events as (

    select
        *,
        {{ utc_date('event_timestamp') }} as event_date,
        event_type = 'dextr_query' as is_prompt,
        event_type in ('swipe_left', 'swipe_right') as is_swipe
    from {{ ref('stg_events') }}

),

activity as (

    select
        user_id,
        count(*) filter (where is_prompt) as total_prompts,
        count(*) filter (where is_swipe) as total_swipes,
        count(*) filter (where event_type = 'saved') as total_saves,
        count(*) filter (where event_type = 'share') as deck_shares,
        count(*) filter (
            where event_type in {{ text_list(var('conversion_event_types')) }}
        ) as total_conversions,
        count(distinct event_date) as days_active,
        max(event_date) as last_activity_date,
        min(event_timestamp) filter (where event_type = 'share') as first_deck_share_at,
        -- The moment of the n-th event; null for whoever has fewer.
        (
            array_agg(event_timestamp order by event_timestamp) filter (where is_prompt)
        )[{{ var('planner_min_prompts') }}] as enough_prompts_at,
        (
            array_agg(event_timestamp order by event_timestamp) filter (where is_swipe)
        )[{{ var('planner_min_swipes') }}] as enough_swipes_at
    from events
    group by user_id

),

decks as (

    -- Everybody gets a default board; only a board of one's own says that somebody plans.
    select
        user_id,
        count(*) as total_decks_created,
        min(created_at) as first_deck_at
    from {{ ref('src_boards') }}
    where not is_default
    group by user_id

),

card_shares as (

    select
        user_id,
        count(*) as card_shares,
        min(created_at) as first_card_share_at
    from {{ ref('src_core_card_actions') }}
    where action_type = 'share'
    group by user_id

),

sessions_created as (

    select
        creator_id as user_id,
        count(*) as total_multiplayer_sessions_created,
        min(created_at) as first_session_at
    from {{ ref('stg_multiplayer') }}
    group by creator_id

),

sessions_joined as (

    select
        user_id,
        count(distinct session_id) as total_multiplayer_sessions_participated
    from {{ ref('src_session_participants') }}
    group by user_id

),

-- Each criterion as the moment from which it held; null where it never did.
combined as (

    select
        users.user_id,
        users.email,
        users.username,
        users.full_name,
        users.created_at,
        users.is_test_user,
        coalesce(activity.total_prompts, 0) as total_prompts,
        coalesce(activity.total_swipes, 0) as total_swipes,
        coalesce(activity.total_saves, 0) as total_saves,
        coalesce(activity.deck_shares, 0) + coalesce(card_shares.card_shares, 0) as total_shares,
        coalesce(decks.total_decks_created, 0) as total_decks_created,
        coalesce(sessions_created.total_multiplayer_sessions_created, 0)
            as total_multiplayer_sessions_created,
        coalesce(sessions_joined.total_multiplayer_sessions_participated, 0)
            as total_multiplayer_sessions_participated,
        coalesce(activity.total_conversions, 0) as total_conversions,
        coalesce(activity.days_active, 0) as days_active,
        activity.last_activity_date,
        -- greatest() passes over nulls, so half of this criterion would count as the whole of it.
        case
            when activity.enough_prompts_at is not null and activity.enough_swipes_at is not null
                then greatest(activity.enough_prompts_at, activity.enough_swipes_at)
        end as prompt_and_swipe_at,
        decks.first_deck_at as created_deck_at,
        least(activity.first_deck_share_at, card_shares.first_card_share_at) as shared_content_at,
        sessions_created.first_session_at as created_multiplayer_at
    from users
    left join activity on users.user_id = activity.user_id
    left join decks on users.user_id = decks.user_id
    left join card_shares on users.user_id = card_shares.user_id
    left join sessions_created on users.user_id = sessions_created.user_id
    left join sessions_joined on users.user_id = sessions_joined.user_id

),

classified as (

    select
        *,
        array_remove(
            array[
                case when prompt_and_swipe_at is not null then 'prompt_and_swipe' end,
                case when created_deck_at is not null then 'created_deck' end,
                case when shared_content_at is not null then 'shared_content' end,
                case when created_multiplayer_at is not null then 'created_multiplayer' end
            ]::text[],
            null
        ) as planner_criteria_met,
        -- least() passes over nulls: the first of the criteria that held, or null for a Passenger.
        least(
            prompt_and_swipe_at, created_deck_at, shared_content_at, created_multiplayer_at
        ) as became_planner_at,
        {{ as_of_date() }} - {{ utc_date('created_at') }} as days_since_signup,
        {{ as_of_date() }} - last_activity_date as days_since_last_activity
    from combined

),

typed as (

    select
        *,
        case
            when cardinality(planner_criteria_met) > 0 then 'Planner'
            else 'Passenger'
        end as user_type
    from classified

)

select
    user_id,
    email,
    username,
    full_name,
    created_at,
    user_type,
    planner_criteria_met,
    total_prompts,
    total_swipes,
    total_saves,
    total_shares,
    total_decks_created,
    total_multiplayer_sessions_created,
    total_multiplayer_sessions_participated,
    total_conversions,
    days_active,
    last_activity_date,
    days_since_signup,
    days_since_last_activity,
    is_test_user,
    {{ rate('total_prompts', 'days_active') }} as prompts_per_active_day,
    {{ rate('total_swipes', 'total_prompts') }} as swipes_per_prompt,
    {{ rate('100 * total_conversions', 'total_swipes') }} as conversion_rate,
    case
        when user_type = 'Passenger' then user_type
        when days_since_last_activity <= {{ var('active_within_days') }} then 'Active Planner'
        when days_since_last_activity <= {{ var('churned_after_days') }} then 'At-Risk Planner'
        -- Longer ago, or a planner whom the event stream has never seen.
        else 'Churned Planner'
    end as detailed_segment,
    became_planner_at,
    {{ utc_date('became_planner_at') }} - {{ utc_date('created_at') }} as days_to_become_planner
from typed
