-- The event stream: one row for each thing that a user did, whichever table recorded it.

with prompts as (

    select
        user_id,
        'dextr_query' as event_type,
        created_at as event_timestamp,
        null::text as card_id,
        'dextr_queries' as source_table
    from {{ ref('src_dextr_queries') }}

),

swipes as (

    -- A pack's cards carry no user: they were dealt to whoever asked.
    select
        queries.user_id,
        'swipe_' || cards.user_action::text as event_type,
        cards.created_at::timestamptz as event_timestamp,
        cards.card_id::text as card_id,
        'dextr_pack_cards' as source_table
    from {{ deck_app('dextr_pack_cards') }} as cards
    inner join {{ ref('src_dextr_queries') }} as queries
        on cards.pack_id::uuid = queries.pack_id
    where cards.user_action in ('left', 'right')

),

card_actions as (

    -- Shares of a card stay in src_core_card_actions. `share` in this stream is the share of a deck,
    -- and whoever adds both up counts none twice.
    select
        user_id,
        action_type as event_type,
        created_at as event_timestamp,
        card_id,
        'core_card_actions' as source_table
    from {{ ref('src_core_card_actions') }}
    where action_type <> 'share'

),

deck_shares as (

    select
        user_id::uuid as user_id,
        'share' as event_type,
        created_at::timestamptz as event_timestamp,
        null::text as card_id,
        'deck_shares' as source_table
    from {{ deck_app('deck_shares') }}

)

select * from prompts
union all
select * from swipes
union all
select * from card_actions
union all
select * from deck_shares
