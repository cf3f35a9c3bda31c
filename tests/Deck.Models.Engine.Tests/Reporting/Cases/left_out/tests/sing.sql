select * from {{ ref('Alpha') }} join {{ ref('offm') }} using (id)
