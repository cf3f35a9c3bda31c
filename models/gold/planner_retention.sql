-- Do Planners come back? For each signup week, how many were active in the weeks after they became Planners.

with planners as (

    select
        user_id,
        {{ utc_week('created_at') }} as signup_week,
        {{ utc_date('became_planner_at') }} as became_planner_on
    from {{ ref('user_segmentation') }}
    where user_type = 'Planner'

),

planner_weeks as (

    -- Only weeks that are over: one that still runs would look like a loss.
    select
        planners.user_id,
        planners.signup_week,
        weeks_since_planner
    from planners
    cross join lateral generate_series(
        0, ({{ as_of_date() }} - planners.became_planner_on + 1) / 7 - 1
    ) as weeks_since_planner

),

active_weeks as (

    select distinct
        planners.user_id,
        ({{ utc_date('events.event_timestamp') }} - planners.became_planner_on) / 7
            as weeks_since_planner
    from planners
    inner join {{ ref('stg_events') }} as events
        on planners.user_id = events.user_id
    where {{ utc_date('events.event_timestamp') }} >= planners.became_planner_on

)

select
    planner_weeks.signup_week,
    planner_weeks.weeks_since_planner,
    count(*) as planners,
    count(active_weeks.user_id) as active_planners,
    round({{ percentage('count(active_weeks.user_id)', 'count(*)') }}, 2) as retention
from planner_weeks
left join active_weeks
    on planner_weeks.user_id = active_weeks.user_id
    and planner_weeks.weeks_since_planner = active_weeks.weeks_since_planner
group by
    planner_weeks.signup_week,
    planner_weeks.weeks_since_planner
