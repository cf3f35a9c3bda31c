select
    id as action_id,
    user_id,
    card_id,
    action_type,
    created_at
from {{ deck_app('core_card_actions') }}
