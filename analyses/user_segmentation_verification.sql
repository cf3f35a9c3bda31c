-- 1. How many users are Planners, and how many Passengers?
select
    user_type,
    count(*) as users,
    round(100.0 * count(*) / sum(count(*)) over (), 2) as percentage
from {{ ref('user_segmentation') }}
group by user_type
order by user_type desc;

-- 2. Which criteria make the Planners?
select
    criterion,
    count(*) as planners,
    -- Of all Planners, so that the shares add up to more than 100: some meet several.
    round(100.0 * count(*) / (select total_planners from {{ ref('user_segmentation_summary') }}), 2)
        as percentage_of_planners
from {{ ref('user_segmentation') }}
cross join lateral unnest(planner_criteria_met) as criterion
group by criterion
order by planners desc;

-- 3. How many criteria does a Planner meet?
select
    cardinality(planner_criteria_met) as criteria_met,
    count(*) as planners,
    round(100.0 * count(*) / sum(count(*)) over (), 2) as percentage_of_planners
from {{ ref('user_segmentation') }}
where user_type = 'Planner'
group by 1
order by 1;

-- 4. What do five of the busiest Planners look like?
select
    username,
    planner_criteria_met,
    total_prompts,
    total_swipes,
    total_decks_created,
    total_shares,
    total_multiplayer_sessions_created,
    days_active,
    detailed_segment
from {{ ref('user_segmentation') }}
where user_type = 'Planner'
order by total_prompts desc, total_swipes desc, user_id
limit 5;

-- 5. What do five of the busiest Passengers look like?
select
    username,
    total_prompts,
    total_swipes,
    total_saves,
    total_multiplayer_sessions_participated,
    days_active,
    days_since_last_activity
from {{ ref('user_segmentation') }}
where user_type = 'Passenger'
order by days_active desc, total_saves desc, user_id
limit 5;

-- 6. How many users have never done anything?
select
    user_type,
    count(*) filter (where days_active = 0) as users_without_activity,
    count(*) as users,
    round(100.0 * count(*) filter (where days_active = 0) / count(*), 2) as percentage
from {{ ref('user_segmentation') }}
group by user_type
order by user_type desc;

-- 7. Who signed up in the last 7 days?
select
    {{ utc_date('created_at') }} as signup_date,
    count(*) as users,
    count(*) filter (where user_type = 'Planner') as planners,
    count(*) filter (where days_active > 0) as users_with_activity
from {{ ref('user_segmentation') }}
where days_since_signup < 7
group by 1
order by 1;

-- 8. Is any test account in the table? (must be 0)
select count(*) as test_users
from {{ ref('user_segmentation') }} as segmentation
inner join {{ ref('stg_users') }} as users
    on segmentation.user_id = users.user_id
where users.is_test_user = 1 or segmentation.is_test_user = 1;

-- 9. How good is the engagement of each segment?
select
    detailed_segment,
    count(*) as users,
    round(avg(total_prompts), 2) as avg_prompts,
    round(avg(total_swipes), 2) as avg_swipes,
    round(avg(days_active), 2) as avg_days_active,
    round(avg(prompts_per_active_day) filter (where days_active > 0), 2) as avg_prompts_per_active_day,
    round(avg(swipes_per_prompt) filter (where days_active > 0), 2) as avg_swipes_per_prompt,
    round(avg(conversion_rate) filter (where days_active > 0), 2) as avg_conversion_rate
from {{ ref('user_segmentation') }}
group by detailed_segment
order by avg_days_active desc;

-- 10. How do the weekly signup cohorts compare?
select
    {{ utc_week('created_at') }} as signup_week,
    count(*) as users,
    count(*) filter (where user_type = 'Planner') as planners,
    round(100.0 * count(*) filter (where user_type = 'Planner') / count(*), 2) as planner_percentage,
    round(avg(days_to_become_planner), 1) as avg_days_to_become_planner
from {{ ref('user_segmentation') }}
group by 1
order by 1;

-- 11. Which criteria occur together?
select
    array_to_string(planner_criteria_met, ' + ') as criteria,
    count(*) as planners,
    round(100.0 * count(*) / sum(count(*)) over (), 2) as percentage_of_planners
from {{ ref('user_segmentation') }}
where user_type = 'Planner'
group by planner_criteria_met
order by planners desc, criteria;

-- 12. How close are the Passengers to being Planners?
select
    case
        when total_prompts >= {{ var('planner_min_prompts') }} then 'prompts enough, swipes missing'
        when total_swipes >= {{ var('planner_min_swipes') }} then 'swipes enough, a prompt missing'
        when total_prompts > 0 then 'tried a prompt'
        when days_active > 0 then 'active without a prompt'
        else 'never active'
    end as how_close,
    count(*) as passengers,
    round(100.0 * count(*) / sum(count(*)) over (), 2) as percentage_of_passengers
from {{ ref('user_segmentation') }}
where user_type = 'Passenger'
group by 1
order by passengers;
