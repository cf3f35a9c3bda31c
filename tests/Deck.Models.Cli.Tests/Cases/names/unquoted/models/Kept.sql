{{ config(materialized='table', quoting={'identifier': true}, indexes=[{'columns': ['id']}]) }} select * from {{ ref('Orders') }}
