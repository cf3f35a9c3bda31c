select * from {{ ref('sohp', 'orders') }}
