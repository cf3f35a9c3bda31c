{{ config(materialized='incremental', incremental_strategy='microbatch', event_time='at', batch_size='day', begin='2024-09-01', unique_key='id') }}
select id, "At" as at from {{ ref('visits') }}
