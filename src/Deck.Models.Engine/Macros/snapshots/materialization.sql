{#- A snapshot in Jinja, for projects that override a piece of it or call it. What nobody overrides is kept by plans instead. -#}

{% materialization snapshot, default %}
  {%- set existing = load_cached_relation(this) -%}
  {%- set target = this.incorporate(type='table') -%}
  {%- if existing is not none and not existing.is_table -%}
    {% do exceptions.relation_wrong_type(existing, 'table') %}
  {%- endif -%}
  {{ run_hooks(pre_hooks, inside_transaction=False) }}
  {{ run_hooks(pre_hooks, inside_transaction=True) }}
  {%- set strategy = strategy_dispatch(config.get('strategy'))(model, 'snapshotted_data', 'source_data', model['config'], existing is not none) -%}
  {%- if existing is none -%}
    {% call statement('main') -%}
      {{ create_table_as(False, target, build_snapshot_table(strategy, sql)) }}
    {%- endcall %}
    {% do create_indexes(target) %}
    {% do return(end_materialization(target, existing, full_refresh_mode=False)) %}
  {%- endif -%}
  {% do adapter.assert_valid_snapshot_target_given_strategy(existing, config.get('snapshot_table_column_names') or get_snapshot_table_column_names(), strategy) %}
  {%- set staging = build_snapshot_staging_table(strategy, sql, target) -%}
  {% do adapter.expand_target_column_types(from_relation=staging, to_relation=target) %}
  {%- set passing = ['dbt_change_type', 'dbt_unique_key'] -%}
  {%- for key in ([] if strategy.unique_key is string else strategy.unique_key) -%}
    {%- do passing.append('dbt_unique_key_' ~ loop.index) -%}
  {%- endfor -%}
  {% do create_columns(target, adapter.get_missing_columns(staging, target) | rejectattr('name', 'in', passing) | list) %}
  {%- set kept = [] -%}
  {%- for column in adapter.get_columns_in_relation(staging) | rejectattr('name', 'in', passing) -%}
    {%- do kept.append(adapter.quote(column.name)) -%}
  {%- endfor -%}
  {% call statement('main') -%}
    {{ snapshot_merge_sql(target=target, source=staging, insert_cols=kept) }}
  {%- endcall %}
  {%- set ended = end_materialization(target, existing, full_refresh_mode=False) -%}
  {% do post_snapshot(staging) %}
  {% do return(ended) %}
{% endmaterialization %}

{#- A temporary table of what has to be done: `dbt_change_type` says whether a row is to be added, or ends a version. -#}
{% macro build_snapshot_staging_table(strategy, sql, target_relation) %}
  {%- set staging = make_temp_relation(target_relation) -%}
  {% call statement('build_snapshot_staging_relation') -%}
    {{ create_table_as(True, staging, snapshot_staging_table(strategy, sql, target_relation)) }}
  {%- endcall %}
  {% do return(staging) %}
{% endmacro %}

{% macro snapshot_staging_table(strategy, source_sql, target_relation) -%}
  {{ adapter.dispatch('snapshot_staging_table', 'dbt')(strategy, source_sql, target_relation) }}
{%- endmacro %}

{% macro default__snapshot_staging_table(strategy, source_sql, target_relation) -%}
  {%- set names = config.get('snapshot_table_column_names') or get_snapshot_table_column_names() -%}
  {%- set current = config.get('dbt_valid_to_current') -%}
  {%- set marks = strategy.hard_deletes == 'new_record' -%}
  {%- set now = snapshot_get_time() -%}
  {%- set key = strategy.unique_key -%}
  {%- set same = unique_key_join_on(key, 'snapshotted_data', 'source_data') %}
with source_rows as (
    select *, {{ unique_key_fields(key) }}
    from (
{{ source_sql }}
    ) as snapshot_query
),
{#- The new version of a row, and what ends its old one. #}
source_data as (
    select *,
        {{ strategy.updated_at }} as {{ names.dbt_updated_at }},
        {{ strategy.updated_at }} as {{ names.dbt_valid_from }},
        {{ get_dbt_valid_to_current(strategy, names) }},
        {{ strategy.scd_id }} as {{ names.dbt_scd_id }}
    from source_rows
),
ending_data as (
    select *,
        {{ strategy.updated_at }} as {{ names.dbt_updated_at }},
        {{ strategy.updated_at }} as {{ names.dbt_valid_from }},
        {{ strategy.updated_at }} as {{ names.dbt_valid_to }}
    from source_rows
),
snapshotted_data as (
    select *, {{ unique_key_fields(key) }}
    from {{ target_relation }}
    where {{ names.dbt_valid_to }} is null{{ ' or ' ~ names.dbt_valid_to ~ ' = ' ~ current if current }}
),
insertions as (
    select 'insert' as dbt_change_type, source_data.*{{ ", 'False' as " ~ names.dbt_is_deleted if marks }}
    from source_data
    left join snapshotted_data on {{ same }}
    where {{ unique_key_is_null(key, 'snapshotted_data') }}
        or {{ strategy.row_changed }}{{ ' or snapshotted_data.' ~ names.dbt_is_deleted ~ "::text = 'True'" if marks }}
),
updates as (
    select 'update' as dbt_change_type, ending_data.*, snapshotted_data.{{ names.dbt_scd_id }}{{ ', snapshotted_data.' ~ names.dbt_is_deleted if marks }}
    from source_data
    inner join snapshotted_data on {{ same }}
    inner join ending_data on {{ unique_key_join_on(key, 'snapshotted_data', 'ending_data') }}
    where {{ strategy.row_changed }}{{ ' or snapshotted_data.' ~ names.dbt_is_deleted ~ "::text = 'True'" if marks }}
)
{%- if strategy.hard_deletes in ('invalidate', 'new_record') %},
deletes as (
    select 'delete' as dbt_change_type, source_rows.*, {{ now }} as {{ names.dbt_updated_at }}, {{ now }} as {{ names.dbt_valid_from }}, {{ now }} as {{ names.dbt_valid_to }},
        snapshotted_data.{{ names.dbt_scd_id }}{{ ', snapshotted_data.' ~ names.dbt_is_deleted if marks }}
    from snapshotted_data
    left join source_rows on {{ unique_key_join_on(key, 'snapshotted_data', 'source_rows') }}
    where {{ unique_key_is_null(key, 'source_rows') }}{{ ' and snapshotted_data.' ~ names.dbt_is_deleted ~ "::text = 'False'" if marks }}
)
{%- endif %}
{%- if marks %},
deletion_records as (
    select 'insert' as dbt_change_type,
    {%- set known = adapter.get_columns_in_relation(target_relation) | map(attribute='name') | list -%}
    {%- for column in get_column_schema_from_query(source_sql) %}
        {{ 'snapshotted_data.' ~ adapter.quote(column.name) if column.name in known else 'null::' ~ column.dtype }} as {{ adapter.quote(column.name) }},
    {%- endfor %}
    {%- set keys = [] -%}
    {%- for part in ([key] if key is string else key) -%}
      {%- do keys.append('snapshotted_data.' ~ ('dbt_unique_key' if key is string else 'dbt_unique_key_' ~ loop.index)) -%}
    {%- endfor %}
        {{ keys | join(', ') }}, {{ now }} as {{ names.dbt_updated_at }}, {{ now }} as {{ names.dbt_valid_from }}, {{ current or 'null::timestamp' }} as {{ names.dbt_valid_to }},
        {{ snapshot_hash_arguments(keys + [now]) }} as {{ names.dbt_scd_id }}, 'True' as {{ names.dbt_is_deleted }}
    from snapshotted_data
    left join source_rows on {{ unique_key_join_on(key, 'snapshotted_data', 'source_rows') }}
    where {{ unique_key_is_null(key, 'source_rows') }} and snapshotted_data.{{ names.dbt_is_deleted }}::text = 'False'
)
{%- endif %}
select * from insertions
union all
select * from updates
{%- if strategy.hard_deletes in ('invalidate', 'new_record') %}
union all
select * from deletes
{%- endif %}
{%- if marks %}
union all
select * from deletion_records
{%- endif %}
{%- endmacro %}
