{{ config(tags=['people', 'nightly'], meta={'owner': env_var('OWNER', 'me')}, alias='so') }}
select * from {{ source('raw', 'orders') }} where {{ helper() }} = 1 limit {{ var('limit') }}
