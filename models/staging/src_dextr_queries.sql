select
    id as query_id,
    user_id,
    query_text,
    response_pack_id as pack_id,
    app_version,
    created_at
from {{ deck_app('dextr_queries') }}
