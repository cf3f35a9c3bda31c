{#- Statements that make, replace and remove relations. -#}

{% macro get_create_table_as_sql(temporary, relation, sql) -%}
  {{ adapter.dispatch('get_create_table_as_sql', 'dbt')(temporary, relation, sql) }}
{%- endmacro %}

{% macro default__get_create_table_as_sql(temporary, relation, sql) -%}
  {{ return(create_table_as(temporary, relation, sql)) }}
{%- endmacro %}

{% macro create_table_as(temporary, relation, compiled_code, language='sql') -%}
  {%- if language != 'sql' -%}
    {{ exceptions.raise_compiler_error('only SQL models can be built on PostgreSQL, not ' ~ language) }}
  {%- endif -%}
  {{ adapter.dispatch('create_table_as', 'dbt')(temporary, relation, compiled_code) }}
{%- endmacro %}

{% macro default__create_table_as(temporary, relation, sql) -%}
{{ config.get('sql_header', none) or '' }}
create {{ 'temporary ' if temporary }}table {{ relation.include(database=not temporary, schema=not temporary) }}
as (
{{ sql }}
);
{%- endmacro %}

{% macro postgres__create_table_as(temporary, relation, sql) -%}
{%- set contract = config.get('contract') -%}
{{ config.get('sql_header', none) or '' }}
create {{ 'temporary ' if temporary else 'unlogged ' if config.get('unlogged', default=false) }}table {{ relation.include(database=not temporary, schema=not temporary) }}
{%- if contract and contract.enforced %}
{{ get_assert_columns_equivalent(sql) }}
{{ get_table_columns_and_constraints() }};
insert into {{ relation.include(database=not temporary, schema=not temporary) }} ({{ adapter.dispatch('get_column_names', 'dbt')() }})
(
{{ get_select_subquery(sql) }}
);
{%- else %}
as (
{{ sql }}
);
{%- endif %}
{%- endmacro %}

{% macro default__get_column_names() -%}
  {%- for column in model['columns'].values() -%}
    {{ adapter.quote(column.name) if column.get('quote') else column.name }}{{ ', ' if not loop.last }}
  {%- endfor -%}
{%- endmacro %}

{% macro get_select_subquery(sql) -%}
  {{ return(adapter.dispatch('get_select_subquery', 'dbt')(sql)) }}
{%- endmacro %}

{% macro default__get_select_subquery(sql) -%}
select {{ adapter.dispatch('get_column_names', 'dbt')() }}
from (
{{ sql }}
) as model_subq
{%- endmacro %}

{% macro get_table_columns_and_constraints() -%}
  {{ adapter.dispatch('get_table_columns_and_constraints', 'dbt')() }}
{%- endmacro %}

{% macro default__get_table_columns_and_constraints() -%}
  {{ return(table_columns_and_constraints()) }}
{%- endmacro %}

{% macro table_columns_and_constraints() -%}
(
    {%- for line in adapter.render_raw_columns_constraints(raw_columns=model['columns']) + adapter.render_raw_model_constraints(raw_constraints=model['constraints']) %}
    {{ line }}{{ ',' if not loop.last }}
    {%- endfor %}
)
{%- endmacro %}

{% macro get_assert_columns_equivalent(sql) -%}
  {{ adapter.dispatch('get_assert_columns_equivalent', 'dbt')(sql) }}
{%- endmacro %}

{#- The contract's columns are compared with the query's: by name, in any order. -#}
{% macro default__get_assert_columns_equivalent(sql) -%}
  {%- set declared = model['columns'].values() | map(attribute='name') | list -%}
  {%- set actual = get_column_schema_from_query(sql) | map(attribute='name') | list -%}
  {%- if declared | map('lower') | sort != actual | map('lower') | sort -%}
    {%- do exceptions.raise_contract_error(declared | join(', '), actual | join(', ')) -%}
  {%- endif -%}
{%- endmacro %}

{% macro get_create_view_as_sql(relation, sql) -%}
  {{ adapter.dispatch('get_create_view_as_sql', 'dbt')(relation, sql) }}
{%- endmacro %}

{% macro default__get_create_view_as_sql(relation, sql) -%}
  {{ return(create_view_as(relation, sql)) }}
{%- endmacro %}

{% macro create_view_as(relation, sql) -%}
  {{ adapter.dispatch('create_view_as', 'dbt')(relation, sql) }}
{%- endmacro %}

{% macro default__create_view_as(relation, sql) -%}
{{ config.get('sql_header', none) or '' }}
create view {{ relation }}
{%- set contract = config.get('contract') %}
{%- if contract and contract.enforced %}
{{ get_assert_columns_equivalent(sql) }}
{%- endif %}
as (
{{ sql }}
);
{%- endmacro %}

{% macro get_create_materialized_view_as_sql(relation, sql) -%}
  {{ adapter.dispatch('get_create_materialized_view_as_sql', 'dbt')(relation, sql) }}
{%- endmacro %}

{% macro default__get_create_materialized_view_as_sql(relation, sql) -%}
create materialized view if not exists {{ relation }} as {{ sql }};
{%- for index in config.get('indexes', []) %}
{{ get_create_index_sql(relation, index) }};
{%- endfor %}
{%- endmacro %}

{% macro refresh_materialized_view(relation) -%}
  {{ adapter.dispatch('refresh_materialized_view', 'dbt')(relation) }}
{%- endmacro %}

{% macro default__refresh_materialized_view(relation) -%}
refresh materialized view {{ relation }}
{%- endmacro %}

{% macro get_create_sql(relation, sql) -%}
  {{ adapter.dispatch('get_create_sql', 'dbt')(relation, sql) }}
{%- endmacro %}

{% macro default__get_create_sql(relation, sql) -%}
  {%- if relation.is_view -%}
    {{ get_create_view_as_sql(relation, sql) }}
  {%- elif relation.is_table -%}
    {{ get_create_table_as_sql(False, relation, sql) }}
  {%- elif relation.is_materialized_view -%}
    {{ get_create_materialized_view_as_sql(relation, sql) }}
  {%- else -%}
    {{ exceptions.raise_compiler_error('`get_create_sql` has not been implemented for: ' ~ relation.type) }}
  {%- endif -%}
{%- endmacro %}

{% macro get_create_index_sql(relation, index_dict) -%}
  {{ return(adapter.dispatch('get_create_index_sql', 'dbt')(relation, index_dict)) }}
{%- endmacro %}

{% macro default__get_create_index_sql(relation, index_dict) -%}
  {%- set index = adapter.parse_index(index_dict) -%}
  create {{ 'unique ' if index.unique }}index if not exists "{{ index.render(relation) }}" on {{ relation }} {{ 'using ' ~ index.type ~ ' ' if index.type }}({{ index.columns | join(', ') }})
{%- endmacro %}

{% macro create_indexes(relation) -%}
  {{ adapter.dispatch('create_indexes', 'dbt')(relation) }}
{%- endmacro %}

{% macro default__create_indexes(relation) -%}
  {%- for index in config.get('indexes', default=[]) -%}
    {%- set create_index = get_create_index_sql(relation, index) -%}
    {%- if create_index -%}
      {%- do run_query(create_index) -%}
    {%- endif -%}
  {%- endfor -%}
{%- endmacro %}

{% macro get_drop_index_sql(relation, index_name) -%}
  {{ adapter.dispatch('get_drop_index_sql', 'dbt')(relation, index_name) }}
{%- endmacro %}

{% macro default__get_drop_index_sql(relation, index_name) -%}
drop index if exists "{{ relation.schema }}"."{{ index_name }}"
{%- endmacro %}

{% macro get_show_indexes_sql(relation) -%}
  {{ adapter.dispatch('get_show_indexes_sql', 'dbt')(relation) }}
{%- endmacro %}

{% macro default__get_show_indexes_sql(relation) -%}
select
    index_class.relname as name,
    access_method.amname as method,
    entry.indisunique as "unique",
    array_to_string(array_agg(attribute.attname order by array_position(entry.indkey, attribute.attnum)), ',') as column_names
from pg_catalog.pg_index as entry
inner join pg_catalog.pg_class as index_class on index_class.oid = entry.indexrelid
inner join pg_catalog.pg_am as access_method on access_method.oid = index_class.relam
inner join pg_catalog.pg_class as table_class on table_class.oid = entry.indrelid
inner join pg_catalog.pg_namespace as namespace on namespace.oid = table_class.relnamespace
inner join pg_catalog.pg_attribute as attribute on attribute.attrelid = table_class.oid and attribute.attnum = any(entry.indkey)
where table_class.relname = '{{ relation.identifier }}'
    and namespace.nspname = '{{ relation.schema }}'
    and not entry.indisprimary
group by 1, 2, 3
order by 1, 2, 3
{%- endmacro %}

{#- The older name of the comparison. -#}
{% macro assert_columns_equivalent(sql) -%}
  {{ default__get_assert_columns_equivalent(sql) }}
{%- endmacro %}
