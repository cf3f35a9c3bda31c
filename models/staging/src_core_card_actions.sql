select
    id as action_id,
    user_id::uuid as user_id,
    card_id::text as card_id,
    action_type::text as action_type,
    created_at::timestamptz as created_at
from {{ deck_app('core_card_actions') }}
