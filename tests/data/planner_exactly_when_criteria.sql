-- A Planner is who meets a criterion, and the list names exactly those that hold, in their order.
-- The criteria are worked out again here, from the totals.

with expected as (

    select
        user_id,
        user_type,
        planner_criteria_met,
        concat_ws(
            ',',
            case
                when total_prompts >= {{ var('planner_min_prompts') }}
                    and total_swipes >= {{ var('planner_min_swipes') }}
                    then 'prompt_and_swipe'
            end,
            case when total_decks_created > 0 then 'created_deck' end,
            case when total_shares > 0 then 'shared_content' end,
            case when total_multiplayer_sessions_created > 0 then 'created_multiplayer' end
        ) as criteria
    from {{ ref('user_segmentation') }}

)

select *
from expected
where array_to_string(planner_criteria_met, ',') <> criteria
    or (user_type = 'Planner') <> (criteria <> '')
