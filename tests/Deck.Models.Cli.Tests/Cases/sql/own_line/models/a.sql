{{ config(materialized='table') }}
{% set columns = ['id', 'nam'] %}
select
{%- for c in columns %}
    t.{{ c }},
{%- endfor %}
    1 as one
from (select 1 as id, 'x' as name) as t
