-- The signup weeks together hold every user and every Planner once, and retention starts with every
-- Planner for whom the first week is over.

with expected as (

    select
        count(*) as users,
        count(*) filter (where user_type = 'Planner') as planners,
        count(*) filter (
            where {{ as_of_date() }} - {{ utc_date('became_planner_at') }} >= 6
        ) as planners_for_a_week
    from {{ ref('user_segmentation') }}

),

weekly as (

    select
        sum(users) as users,
        sum(planners) as planners
    from {{ ref('planner_weekly') }}

),

retention as (

    select sum(planners) as planners
    from {{ ref('planner_retention') }}
    where weeks_since_planner = 0

)

select
    expected.*,
    weekly.users as weekly_users,
    weekly.planners as weekly_planners,
    retention.planners as retention_planners
from expected
cross join weekly
cross join retention
where coalesce(weekly.users, 0) <> expected.users
    or coalesce(weekly.planners, 0) <> expected.planners
    or coalesce(retention.planners, 0) <> expected.planners_for_a_week
