select * from {{ source('rwa', 'orders') }}
union all
select * from {{ source('raw', 'ordres') }}
