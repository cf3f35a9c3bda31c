select
    id as participation_id,
    session_id,
    user_id::uuid as user_id,
    joined_at::timestamptz as joined_at
from {{ deck_app('session_participants') }}
