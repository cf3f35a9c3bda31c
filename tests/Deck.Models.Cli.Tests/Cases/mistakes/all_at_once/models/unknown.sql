select * from {{ ref('unclosd') }}
