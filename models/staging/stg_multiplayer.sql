with sessions as (

    select * from {{ deck_app('multiplayer_sessions') }}

),

participants as (

    select
        session_id,
        count(distinct user_id) as participants,
        min(joined_at) as first_joined_at
    from {{ ref('src_session_participants') }}
    group by session_id

)

select
    sessions.id as session_id,
    sessions.creator_id::uuid as creator_id,
    sessions.title::text as title,
    sessions.status::text as status,
    coalesce(participants.participants, 0) as participants,
    participants.first_joined_at,
    sessions.created_at::timestamptz as created_at
from sessions
left join participants on sessions.id = participants.session_id
