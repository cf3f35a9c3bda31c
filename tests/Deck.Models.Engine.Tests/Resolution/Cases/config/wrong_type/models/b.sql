{{ config(tags=5) }}
select 1
