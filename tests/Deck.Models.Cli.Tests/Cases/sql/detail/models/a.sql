{{ config(materialized='table') }}
select
    'not json'::json as doc
