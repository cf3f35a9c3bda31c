{{ config(materialized='incremental', incremental_strategy='mrge', on_schema_change='shrug') }}
select 1
