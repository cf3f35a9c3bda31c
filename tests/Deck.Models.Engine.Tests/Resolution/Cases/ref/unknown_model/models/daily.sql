select *
from {{ ref('ordres') }}
