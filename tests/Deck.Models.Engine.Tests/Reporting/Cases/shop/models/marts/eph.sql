{{ config(materialized='ephemeral') }} select * from {{ ref('cust', v=1) }}
