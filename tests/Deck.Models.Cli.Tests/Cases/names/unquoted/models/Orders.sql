select id from {{ source('raw', 'Things') }} -- depends_on: {{ ref('Seeded') }}
