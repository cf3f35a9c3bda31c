{{ config(materialized='table') }}

select *
from private.salaries
