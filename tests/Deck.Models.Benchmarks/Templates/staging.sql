{{ config(materialized='view', tags=['staging', 'orders'], meta={'owner': 'sales', 'contains_pii': false}) }}

{# One row per order as the shop's database has it; amounts are in cents there. #}
{%- set amounts = ['subtotal', 'tax', 'shipping', 'discount'] -%}
{%- set renamed = {'id': 'order_id', 'user_id': 'customer_id', 'created': 'ordered_at', 'state': 'status'} %}

with source as (

    select * from {{ source('shop', 'orders') }}

),

renamed as (

    select
        {%- for column, name in renamed.items() %}
        {{ column }} as {{ name }},
        {%- endfor %}
        {%- for amount in amounts %}
        ({{ amount }}_cents / 100.0)::numeric(16, 2) as {{ amount }}{{ "," if not loop.last }}
        {%- endfor %}

    from source
    where not is_test
    {%- if target.name == 'dev' %}
      and created >= current_date - interval '{{ var("days_in_dev", 3) }} days'
    {%- endif %}

)

select * from renamed
