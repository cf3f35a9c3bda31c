select
  {{ half('id') }} as id
from (select 1 as id) as t
