{%- set columns = [] -%}
{%- for i in range(200) -%}
    {%- do columns.append({'name': 'column_' ~ i, 'type': 'numeric' if i % 3 == 0 else 'text', 'nullable': i % 2 == 0}) -%}
{%- endfor -%}
select
{%- for column in columns %}
    {%- if column.type == 'numeric' %}
    round({{ adapter.quote(column.name) }}, 2) as {{ column.name }}_rounded
    {%- elif column['nullable'] %}
    coalesce({{ adapter.quote(column.name) }}, '') as {{ column.name | lower }}
    {%- else %}
    trim({{ adapter.quote(column.name) }}) as {{ column.name }}
    {%- endif %}
    {%- if not loop.last %},{% endif %}
{%- endfor %}
from {{ ref('wide_table') }}
