-- 1. Which Planners created decks?
select
    username,
    full_name,
    total_decks_created,
    total_saves,
    planner_criteria_met,
    detailed_segment
from {{ ref('user_segmentation') }}
where 'created_deck' = any(planner_criteria_met)
order by total_decks_created desc, username;

-- 2. Do Planners come back, by signup week?
select
    signup_week,
    max(planners) filter (where weeks_since_planner = 0) as planners,
    max(retention) filter (where weeks_since_planner = 1) as week_1,
    max(retention) filter (where weeks_since_planner = 2) as week_2,
    max(retention) filter (where weeks_since_planner = 4) as week_4,
    max(retention) filter (where weeks_since_planner = 8) as week_8
from {{ ref('planner_retention') }}
group by signup_week
order by signup_week;

-- 3. Where do users drop out between the signup and a conversion?
with steps as (

    select
        user_type,
        count(*) as signed_up,
        count(*) filter (where days_active > 0) as active,
        count(*) filter (where total_prompts > 0) as prompted,
        count(*) filter (where total_swipes > 0) as swiped,
        count(*) filter (where total_swipes > 0 and total_saves > 0) as saved,
        count(*) filter (where total_swipes > 0 and total_conversions > 0) as converted
    from {{ ref('user_segmentation') }}
    group by user_type

)

select
    user_type,
    step,
    users,
    round(100.0 * users / signed_up, 2) as percentage_of_signups
from steps
cross join lateral (
    values
        (1, 'signed up', signed_up),
        (2, 'active', active),
        (3, 'prompted', prompted),
        (4, 'swiped', swiped),
        (5, 'saved', saved),
        (6, 'converted', converted)
) as funnel (step_number, step, users)
order by user_type desc, step_number;

-- 4. Which criteria drive engagement?
select
    criterion,
    count(*) as planners,
    round(avg(days_active), 2) as avg_days_active,
    round(avg(conversion_rate) filter (where days_active > 0), 2) as avg_conversion_rate,
    round(100.0 * count(*) filter (where detailed_segment = 'Active Planner') / count(*), 2)
        as active_percentage
from {{ ref('user_segmentation') }}
cross join lateral unnest(planner_criteria_met) as criterion
group by criterion
order by avg_days_active desc;

-- 5. Who is one step short of being a Planner, newest activity first?
select
    username,
    missing_step,
    prompts_missing,
    swipes_missing,
    days_since_last_activity
from {{ ref('almost_planners') }}
order by days_since_last_activity, username;

-- 6. Which Planners are to be won back first?
select
    username,
    planner_criteria_met,
    total_prompts,
    days_active,
    days_inactive
from {{ ref('at_risk_planners') }}
order by days_active desc, days_inactive, username;
