{{ config({'tags': ['dict'], 'materialized': 'view'}) }}
select * from {{ ref('people') }}, {{ source('raw', 'other') }}, {{ ref('orders') }}
