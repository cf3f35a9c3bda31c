{% snapshot snap_b %}
{{ config(unique_key='id', strategy='timestamp', updated_at='ts', target_schema='snaps', group='fin') }}
select * from {{ ref('stg_orders') }}
{% endsnapshot %}
