{{ config(materialized='table') }} select 1 / (select 0) as id
