select * from {{ source('apps', 'users') }}
