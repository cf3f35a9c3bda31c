select
    id as participation_id,
    session_id,
    user_id,
    joined_at
from {{ deck_app('session_participants') }}
