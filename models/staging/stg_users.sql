with users as (

    select * from {{ deck_app('users') }}

),

profiles as (

    select * from {{ deck_app('user_profiles') }}

),

test_accounts as (

    select * from {{ deck_app('test_accounts') }}

)

select
    users.id::uuid as user_id,
    users.email::text as email,
    profiles.username::text as username,
    profiles.full_name::text as full_name,
    users.created_at::timestamptz as created_at,
    -- No profile row means that the signup stopped before onboarding.
    coalesce(profiles.onboarding_completed, false) as onboarding_completed,
    case when test_accounts.id is null then 0 else 1 end as is_test_user
from users
left join profiles on users.id = profiles.id
left join test_accounts on users.id = test_accounts.id
