-- No account of the team's own appears in any gold model that names users, nor in the counts of the others.

with test_users as (

    select user_id from {{ ref('stg_users') }}
    where is_test_user = 1

),

named as (

    select 'user_segmentation' as model, user_id from {{ ref('user_segmentation') }}
    union all
    select 'almost_planners', user_id from {{ ref('almost_planners') }}
    union all
    select 'at_risk_planners', user_id from {{ ref('at_risk_planners') }}

),

real_users as (

    select count(*) as users from {{ ref('stg_users') }}
    where is_test_user = 0

),

counted as (

    select 'user_segmentation_summary' as model, total_users as users
    from {{ ref('user_segmentation_summary') }}
    union all
    select 'planner_weekly', sum(users) from {{ ref('planner_weekly') }}

)

select
    named.model,
    named.user_id::text as found
from named
inner join test_users on named.user_id = test_users.user_id

union all

select
    counted.model,
    counted.users || ' users instead of ' || real_users.users
from counted
cross join real_users
where counted.users <> real_users.users
