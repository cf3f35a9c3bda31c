{{ config(materialized='incremental', unique_key='id') }}
select id, '{{ this }}' as self, '{{ adapter.get_relation(this.database, this.schema, this.identifier) }}' as found from {{ ref('Orders') }}
