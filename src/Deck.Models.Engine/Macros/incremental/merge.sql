{#- Merging new rows into a table by key. -#}

{#- A list of keys as one condition between the two sides of a merge. -#}
{% macro get_merge_key_conditions(unique_key) %}
  {%- set keys = [unique_key] if unique_key is string else unique_key -%}
  {%- set conditions = [] -%}
  {%- for key in keys -%}
    {%- do conditions.append('DBT_INTERNAL_SOURCE.' ~ key ~ ' = DBT_INTERNAL_DEST.' ~ key) -%}
  {%- endfor -%}
  {% do return(conditions) %}
{% endmacro %}

{% macro get_merge_update_columns(merge_update_columns, merge_exclude_columns, dest_columns) %}
  {{ return(adapter.dispatch('get_merge_update_columns', 'dbt')(merge_update_columns, merge_exclude_columns, dest_columns)) }}
{% endmacro %}

{% macro default__get_merge_update_columns(merge_update_columns, merge_exclude_columns, dest_columns) %}
  {%- if merge_update_columns and merge_exclude_columns -%}
    {{ exceptions.raise_compiler_error('Model cannot specify merge_update_columns and merge_exclude_columns. Please update model to use only one config') }}
  {%- elif merge_update_columns -%}
    {% do return(merge_update_columns) %}
  {%- elif merge_exclude_columns -%}
    {%- set excluded = merge_exclude_columns | map('lower') | list -%}
    {%- set kept = [] -%}
    {%- for column in dest_columns if column.column | lower not in excluded -%}
      {%- do kept.append(column.quoted) -%}
    {%- endfor -%}
    {% do return(kept) %}
  {%- endif -%}
  {% do return(dest_columns | map(attribute='quoted') | list) %}
{% endmacro %}

{% macro get_merge_sql(target, source, unique_key, dest_columns, incremental_predicates=none) -%}
  {{ adapter.dispatch('get_merge_sql', 'dbt')(target, source, unique_key, dest_columns, incremental_predicates) }}
{%- endmacro %}

{% macro default__get_merge_sql(target, source, unique_key, dest_columns, incremental_predicates=none) -%}
{%- set columns = dest_columns | map(attribute='quoted') | join(', ') -%}
{%- set conditions = [] + (incremental_predicates or []) -%}
{%- if unique_key -%}
  {%- do conditions.extend(get_merge_key_conditions(unique_key)) -%}
{%- else -%}
  {%- do conditions.append('FALSE') -%}
{%- endif -%}
{{ config.get('sql_header') or '' }}
merge into {{ target }} as DBT_INTERNAL_DEST
using {{ source }} as DBT_INTERNAL_SOURCE
on ({{ conditions | join(') and (') }})
{%- if unique_key %}
when matched then update set
    {%- for column in get_merge_update_columns(config.get('merge_update_columns'), config.get('merge_exclude_columns'), dest_columns) %}
    {{ column }} = DBT_INTERNAL_SOURCE.{{ column }}{{ ',' if not loop.last }}
    {%- endfor %}
{%- endif %}
when not matched then insert
    ({{ columns }})
values
    ({{ dest_columns | map(attribute='quoted') | map('replace', '"', 'DBT_INTERNAL_SOURCE."', 1) | join(', ') }})
{%- endmacro %}

{% macro get_delete_insert_merge_sql(target, source, unique_key, dest_columns, incremental_predicates) -%}
  {{ adapter.dispatch('get_delete_insert_merge_sql', 'dbt')(target, source, unique_key, dest_columns, incremental_predicates) }}
{%- endmacro %}

{% macro default__get_delete_insert_merge_sql(target, source, unique_key, dest_columns, incremental_predicates) -%}
{%- set columns = get_quoted_csv(dest_columns | map(attribute='name')) -%}
{%- if unique_key -%}
{%- set keys = [unique_key] if unique_key is string else unique_key -%}
delete from {{ target }} as DBT_INTERNAL_DEST
where ({{ keys | join(', ') }}) in (
    select distinct {{ keys | join(', ') }}
    from {{ source }} as DBT_INTERNAL_SOURCE
)
{%- for predicate in incremental_predicates or [] %}
    and {{ predicate }}
{%- endfor -%}
;
{%- endif %}
insert into {{ target }} ({{ columns }})
(
    select {{ columns }}
    from {{ source }}
)
{%- endmacro %}

{% macro get_insert_overwrite_merge_sql(target, source, dest_columns, predicates, include_sql_header=false) -%}
  {{ adapter.dispatch('get_insert_overwrite_merge_sql', 'dbt')(target, source, dest_columns, predicates, include_sql_header) }}
{%- endmacro %}

{% macro default__get_insert_overwrite_merge_sql(target, source, dest_columns, predicates, include_sql_header=false) -%}
{%- set columns = get_quoted_csv(dest_columns | map(attribute='name')) -%}
delete from {{ target }} as DBT_INTERNAL_DEST
{%- if predicates %}
where {{ predicates | join(' and ') }}
{%- endif %};
insert into {{ target }} ({{ columns }})
(
    select {{ columns }}
    from {{ source }}
)
{%- endmacro %}
