-- How many of each week's signups became Planners, and whether that share is falling.

with signups as (

    select
        {{ utc_week('created_at') }} as signup_week,
        count(*) as users,
        count(*) filter (where user_type = 'Planner') as planners
    from {{ ref('user_segmentation') }}
    group by 1

),

weeks as (

    -- Weeks without a signup too, so that "the week before" is always seven days earlier.
    select first_week + 7 * week_number as signup_week
    from (
        select
            min(signup_week) as first_week,
            max(signup_week) as last_week
        from signups
    ) as bounds
    cross join lateral generate_series(0, (last_week - first_week) / 7) as week_number

),

shares as (

    select
        weeks.signup_week,
        coalesce(signups.users, 0) as users,
        coalesce(signups.planners, 0) as planners,
        {{ percentage('signups.planners', 'signups.users') }} as planner_share
    from weeks
    left join signups on weeks.signup_week = signups.signup_week

),

changes as (

    select
        *,
        planner_share - lag(planner_share) over (order by signup_week) as share_change
    from shares

)

select
    signup_week,
    users,
    planners,
    round(planner_share, 2) as planner_percentage,
    round(share_change, 2) as change_on_previous_week,
    coalesce(share_change < -{{ var('planner_alert_drop') }}, false) as is_alert
from changes
