-- Passengers for whom one half of prompt_and_swipe holds: the other half is the step that is missing.

with passengers as (

    select
        *,
        greatest({{ var('planner_min_prompts') }} - total_prompts, 0) as prompts_missing,
        greatest({{ var('planner_min_swipes') }} - total_swipes, 0) as swipes_missing
    from {{ ref('user_segmentation') }}
    where user_type = 'Passenger'

)

select
    user_id,
    email,
    username,
    full_name,
    created_at,
    total_prompts,
    total_swipes,
    total_saves,
    total_multiplayer_sessions_participated,
    case when prompts_missing > 0 then 'prompt' else 'swipe' end as missing_step,
    prompts_missing,
    swipes_missing,
    last_activity_date,
    days_since_last_activity
from passengers
-- Never both at once: such a user would be a Planner.
where prompts_missing = 0 or swipes_missing = 0
