{% macro relation_columns(relation) %}
  {%- set all = {'a': ['id', 'name', 'created_at'], 'b': ['id', 'name', 'amount', 'deleted_at'], 'c': ['id', 'email']} -%}
  {%- if caller is defined %}{{ caller(all[relation]) }}{% else %}{{ all[relation] | join(',') }}{% endif -%}
{% endmacro %}

{%- macro union_relations(relations, exclude=none, source_column_name='_source') -%}
    {%- set exclude = exclude | default([], true) -%}
    {%- set superset = {} -%}
    {%- set column_sets = {} -%}
    {%- for relation in relations -%}
        {%- set names = relation_columns(relation).strip().split(',') -%}
        {%- do column_sets.update({relation: names}) -%}
        {%- for name in names if name | lower not in exclude -%}
            {%- if name in superset -%}
                {%- do superset.update({name: superset[name] + 1}) -%}
            {%- else -%}
                {%- do superset.update({name: 1}) -%}
            {%- endif -%}
        {%- endfor -%}
    {%- endfor -%}
    {%- for relation in relations %}
    (
        select
            '{{ relation }}'::text as {{ source_column_name }},
            {%- for name in superset.keys() | list %}
            {{ name if name in column_sets[relation] else 'null' }} as {{ adapter.quote(name) }}{% if not loop.last %},{% endif %}
            {%- endfor %}
        from {{ ref(relation) }}
    )
    {% if not loop.last -%}
    union all
    {%- endif -%}
    {%- endfor -%}
{%- endmacro -%}

{% call(names) relation_columns('c') -%}
-- {{ names | map('upper') | join(' / ') }}
{%- endcall %}
{{ union_relations(['a', 'b', 'c'], exclude=['deleted_at']) }}
