select id, "At" as at from {{ ref('visits') }}
