{{ config(materialized='ephemeral', event_time='at') }} select id, "At" as at from {{ ref('visits') }}
