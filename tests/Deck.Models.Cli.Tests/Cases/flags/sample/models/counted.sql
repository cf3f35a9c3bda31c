select count(*) as n from {{ source('raw', 'visits') }} -- depends_on: {{ ref('visits') }}
