select
    id as query_id,
    user_id::uuid as user_id,
    query_text::text as query_text,
    response_pack_id::uuid as pack_id,
    app_version::text as app_version,
    created_at::timestamptz as created_at
from {{ deck_app('dextr_queries') }}
