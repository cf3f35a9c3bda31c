{#- Pieces of snapshots, under the names by which projects and packages call and override them. -#}

{% macro create_columns(relation, columns) -%}
  {{ adapter.dispatch('create_columns', 'dbt')(relation, columns) }}
{%- endmacro %}

{% macro default__create_columns(relation, columns) -%}
  {%- for column in columns -%}
    {%- call statement() -%}
      alter table {{ relation.render() }} add column {{ adapter.quote(column.name) }} {{ column.expanded_data_type or column.data_type }}
    {%- endcall -%}
  {%- endfor -%}
{%- endmacro %}

{% macro post_snapshot(staging_relation) -%}
  {{ adapter.dispatch('post_snapshot', 'dbt')(staging_relation) }}
{%- endmacro %}

{% macro default__post_snapshot(staging_relation) -%}
{%- endmacro %}

{% macro get_true_sql() -%}
  {{ adapter.dispatch('get_true_sql', 'dbt')() }}
{%- endmacro %}

{% macro default__get_true_sql() -%}
  {{ return('TRUE') }}
{%- endmacro %}

{#- The names of the columns that a snapshot adds, each as configured or as dbt calls it. -#}
{% macro get_snapshot_table_column_names() -%}
  {{ return({
    'dbt_valid_to': 'dbt_valid_to',
    'dbt_valid_from': 'dbt_valid_from',
    'dbt_scd_id': 'dbt_scd_id',
    'dbt_updated_at': 'dbt_updated_at',
    'dbt_is_deleted': 'dbt_is_deleted',
  }) }}
{%- endmacro %}

{% macro get_dbt_valid_to_current(strategy, columns) -%}
  {%- set current = config.get('dbt_valid_to_current') or 'null' -%}
  coalesce(nullif({{ strategy.updated_at }}, {{ strategy.updated_at }}), {{ current }}) as {{ columns.dbt_valid_to }}
{%- endmacro %}

{% macro unique_key_fields(unique_key) -%}
  {%- for key in ([unique_key] if unique_key is string else unique_key) -%}
    {{ key }} as {{ 'dbt_unique_key' if unique_key is string else 'dbt_unique_key_' ~ loop.index }}{{ ', ' if not loop.last }}
  {%- endfor -%}
{%- endmacro %}

{% macro unique_key_join_on(unique_key, identifier, from_identifier) -%}
  {%- for key in ([unique_key] if unique_key is string else unique_key) -%}
    {%- set name = 'dbt_unique_key' if unique_key is string else 'dbt_unique_key_' ~ loop.index -%}
    {{ identifier }}.{{ name }} = {{ from_identifier }}.{{ name }}{{ ' and ' if not loop.last }}
  {%- endfor -%}
{%- endmacro %}

{% macro unique_key_is_null(unique_key, identifier) -%}
  {{ identifier }}.{{ 'dbt_unique_key' if unique_key is string else 'dbt_unique_key_1' }} is null
{%- endmacro %}

{% macro unique_key_is_not_null(unique_key, identifier) -%}
  {{ identifier }}.{{ 'dbt_unique_key' if unique_key is string else 'dbt_unique_key_1' }} is not null
{%- endmacro %}

{% macro get_snapshot_get_time_data_type() -%}
  {%- set columns = get_column_schema_from_query('select ' ~ snapshot_get_time() ~ ' as dbt_snapshot_time') -%}
  {{ return(columns[0].dtype or none) }}
{%- endmacro %}

{% macro get_updated_at_column_data_type(snapshot_sql) -%}
  {%- set wanted = config.get('updated_at') | lower -%}
  {%- for column in get_column_schema_from_query(snapshot_sql) if column.column | lower == wanted -%}
    {{ return(column.dtype) }}
  {%- endfor -%}
  {{ return(none) }}
{%- endmacro %}

{% macro check_time_data_types(sql) -%}
  {%- set times = get_snapshot_get_time_data_type() -%}
  {%- set updates = get_updated_at_column_data_type(sql) -%}
  {%- if times is not none and updates is not none and times | lower != updates | lower -%}
    {%- do exceptions.warn_snapshot_timestamp_data_types(times, updates) -%}
  {%- endif -%}
{%- endmacro %}

{#- The strategy's macro: `snapshot_<name>_strategy`, in the named package or wherever a call finds it. -#}
{% macro strategy_dispatch(name) -%}
  {%- set package, plain = name.split('.', 1) if '.' in name else (none, name) -%}
  {%- set macro_name = 'snapshot_' ~ plain ~ '_strategy' -%}
  {%- set found = context.get(macro_name) if package is none else context.get(package, {}).get(macro_name) -%}
  {%- if found is none -%}
    {%- do exceptions.raise_compiler_error('there is no snapshot strategy `' ~ name ~ '`: no macro `' ~ macro_name ~ '`' ~ (' in the package `' ~ package ~ '`' if package else '')) -%}
  {%- endif -%}
  {{ return(found) }}
{%- endmacro %}

{% macro snapshot_hash_arguments(args) -%}
  {{ adapter.dispatch('snapshot_hash_arguments', 'dbt')(args) }}
{%- endmacro %}

{% macro default__snapshot_hash_arguments(args) -%}
  md5({% for part in args %}coalesce(cast({{ part }} as varchar ), ''){{ " || '|' || " if not loop.last }}{% endfor %})
{%- endmacro %}

{#- The first rows of a snapshot, each valid from when it was changed. -#}
{% macro build_snapshot_table(strategy, sql) -%}
  {{ adapter.dispatch('build_snapshot_table', 'dbt')(strategy, sql) }}
{%- endmacro %}

{% macro default__build_snapshot_table(strategy, sql) -%}
  {%- set names = config.get('snapshot_table_column_names') or get_snapshot_table_column_names() %}
select
    *,
    {{ strategy.scd_id }} as {{ names.dbt_scd_id }},
    {{ strategy.updated_at }} as {{ names.dbt_updated_at }},
    {{ strategy.updated_at }} as {{ names.dbt_valid_from }},
    {{ get_dbt_valid_to_current(strategy, names) }}
    {%- if strategy.hard_deletes == 'new_record' %},
    'False' as {{ names.dbt_is_deleted }}
    {%- endif %}
from (
{{ sql }}
) as snapshot_rows
{%- endmacro %}

{#- Closes the rows that have changed, then adds what is new: PostgreSQL does both from one staging table. -#}
{% macro snapshot_merge_sql(target, source, insert_cols) -%}
  {{ adapter.dispatch('snapshot_merge_sql', 'dbt')(target, source, insert_cols) }}
{%- endmacro %}

{% macro default__snapshot_merge_sql(target, source, insert_cols) -%}
  {%- set names = config.get('snapshot_table_column_names') or get_snapshot_table_column_names() -%}
  {%- set current = config.get('dbt_valid_to_current') %}
update {{ target }} as kept
set {{ names.dbt_valid_to }} = staged.{{ names.dbt_valid_to }}
from {{ source }} as staged
where staged.{{ names.dbt_scd_id }}::text = kept.{{ names.dbt_scd_id }}::text
    and staged.dbt_change_type::text in ('update'::text, 'delete'::text)
    and {% if current -%}
      (kept.{{ names.dbt_valid_to }} = {{ current }} or kept.{{ names.dbt_valid_to }} is null)
    {%- else -%}
      kept.{{ names.dbt_valid_to }} is null
    {%- endif %};

insert into {{ target }} ({{ insert_cols | join(', ') }})
select {% for column in insert_cols %}staged.{{ column }}{{ ', ' if not loop.last }}{% endfor %}
from {{ source }} as staged
where staged.dbt_change_type::text = 'insert'::text;
{%- endmacro %}
