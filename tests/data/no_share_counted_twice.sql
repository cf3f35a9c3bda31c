-- A share of a deck is one row in deck_shares and one event, a share of a card one row in core_card_actions
-- and no event. So the total of each user is the number of rows in the two tables.

with recorded as (

    select user_id::uuid as user_id from {{ deck_app('deck_shares') }}
    union all
    select user_id::uuid as user_id from {{ deck_app('core_card_actions') }}
    where action_type = 'share'

),

expected as (

    select
        user_id,
        count(*) as shares
    from recorded
    group by user_id

)

select
    users.user_id::text as found,
    users.total_shares || ' shares instead of ' || coalesce(expected.shares, 0) as problem
from {{ ref('user_segmentation') }} as users
left join expected on users.user_id = expected.user_id
where users.total_shares <> coalesce(expected.shares, 0)

union all

select
    events.source_table,
    count(*) || ' shares in the event stream that are not shares of a deck'
from {{ ref('stg_events') }} as events
where events.event_type = 'share' and events.source_table <> 'deck_shares'
group by events.source_table
