-- Planners to win back: nothing in the event stream for at least `at_risk_after_days` days.

with planners as (

    select
        *,
        -- Without any activity the silence began with the signup.
        coalesce(days_since_last_activity, days_since_signup) as days_inactive
    from {{ ref('user_segmentation') }}
    where user_type = 'Planner'

)

select
    user_id,
    email,
    username,
    full_name,
    detailed_segment,
    planner_criteria_met,
    became_planner_at,
    total_prompts,
    total_decks_created,
    total_multiplayer_sessions_created,
    days_active,
    last_activity_date,
    days_inactive
from planners
where days_inactive >= {{ var('at_risk_after_days') }}
