{% macro cents_to_euros(column, digits=2) -%}
round(({{ column }} / 100.0)::numeric, {{ digits }})
{%- endmacro %}

select
{%- for i in range(1000) %}
    {{ cents_to_euros('amount_' ~ i) }} as amount_{{ i }},
{%- endfor %}
    id
from {{ ref('amounts') }}
