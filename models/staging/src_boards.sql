select
    id as board_id,
    user_id::uuid as user_id,
    name::text as board_name,
    is_default::boolean as is_default,
    created_at::timestamptz as created_at
from {{ deck_app('boards') }}
