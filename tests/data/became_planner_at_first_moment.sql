-- Nobody was a Planner before became_planner_at, and everybody was one from then on: the totals are
-- counted again, once up to that moment and once up to just before it.

with planners as (

    select
        user_id,
        became_planner_at
    from {{ ref('user_segmentation') }}
    where user_type = 'Planner'

),

deeds as (

    select
        user_id,
        case
            when event_type = 'dextr_query' then 'prompt'
            when event_type in ('swipe_left', 'swipe_right') then 'swipe'
            when event_type = 'share' then 'sufficient'
        end as deed,
        event_timestamp as done_at
    from {{ ref('stg_events') }}
    union all
    select user_id, 'sufficient', created_at from {{ ref('src_core_card_actions') }}
    where action_type = 'share'
    union all
    select user_id, 'sufficient', created_at from {{ ref('src_boards') }}
    where not is_default
    union all
    select creator_id, 'sufficient', created_at from {{ ref('stg_multiplayer') }}

),

counted as (

    select
        planners.user_id,
        {% for moment, comparison in [('then', '<='), ('before', '<')] %}
        count(*) filter (where deed = 'prompt' and done_at {{ comparison }} became_planner_at)
            as prompts_{{ moment }},
        count(*) filter (where deed = 'swipe' and done_at {{ comparison }} became_planner_at)
            as swipes_{{ moment }},
        count(*) filter (where deed = 'sufficient' and done_at {{ comparison }} became_planner_at)
            as sufficient_{{ moment }}
        {{- ',' if not loop.last }}
        {% endfor %}
    from planners
    inner join deeds on planners.user_id = deeds.user_id
    group by planners.user_id

),

judged as (

    select
        planners.user_id,
        {% for moment in ['then', 'before'] %}
        coalesce(
            sufficient_{{ moment }} > 0
            or (
                prompts_{{ moment }} >= {{ var('planner_min_prompts') }}
                and swipes_{{ moment }} >= {{ var('planner_min_swipes') }}
            ),
            false
        ) as is_planner_{{ moment }}
        {{- ',' if not loop.last }}
        {% endfor %}
    from planners
    left join counted on planners.user_id = counted.user_id

)

select *
from judged
where not is_planner_then or is_planner_before
