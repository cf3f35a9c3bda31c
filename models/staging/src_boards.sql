select
    id as board_id,
    user_id,
    name as board_name,
    is_default,
    created_at
from {{ deck_app('boards') }}
