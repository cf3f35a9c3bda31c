{{
  config(
    materialized = 'incremental', unique_key = ['id', 'b'], pre_hook = "select 1", post_hook=["select 2", {'sql': 'select 3', 'transaction': false}],
    enabled = not false, full_refresh = none
  )
}}
select o.*, {{ dbt.dateadd('day', 1, 'x') }} from {{ ref('stg_orders') }} o join {{ ref('shop', 'stg_orders') }} using (id)
{% if is_incremental() %} where 1=1 {% endif %}
