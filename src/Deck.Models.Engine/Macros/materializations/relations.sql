{#- View, table, materialized view, incremental and clone as materializations in Jinja, for projects whose own materializations call them. What nobody overrides is built by plans instead. -#}

{% materialization view, default %}
  {% do return(build_and_exchange('view')) %}
{% endmaterialization %}

{% materialization table, default %}
  {% do return(build_and_exchange('table')) %}
{% endmaterialization %}

{% materialization incremental, default %}
  {%- set existing = load_cached_relation(this) -%}
  {%- if existing is none or not existing.is_table or should_full_refresh() -%}
    {% do return(build_and_exchange('table')) %}
  {%- endif -%}
  {%- set target = this.incorporate(type='table') -%}
  {%- set rows = make_temp_relation(target) -%}
  {%- set on_schema_change = incremental_validate_on_schema_change(config.get('on_schema_change'), default='ignore') -%}
  {{ run_hooks(pre_hooks, inside_transaction=False) }}
  {{ run_hooks(pre_hooks, inside_transaction=True) }}
  {% call statement('rows') -%}
    {{ get_create_table_as_sql(True, rows, sql) }}
  {%- endcall %}
  {% do adapter.expand_target_column_types(from_relation=rows, to_relation=target) %}
  {%- set columns = process_schema_changes(on_schema_change, rows, existing) or adapter.get_columns_in_relation(existing) -%}
  {%- set strategy = adapter.get_incremental_strategy_macro(context, config.get('incremental_strategy') or 'default') -%}
  {% call statement('main') -%}
    {{ strategy({
      'target_relation': target,
      'temp_relation': rows,
      'unique_key': config.get('unique_key'),
      'dest_columns': columns,
      'incremental_predicates': config.get('predicates') or config.get('incremental_predicates'),
    }) }}
  {%- endcall %}
  {% do return(end_materialization(target, existing, full_refresh_mode=False)) %}
{% endmaterialization %}

{% materialization materialized_view, default %}
  {%- set existing = load_cached_relation(this) -%}
  {%- set target = this.incorporate(type='materialized_view') -%}
  {%- set beside = make_intermediate_relation(target) -%}
  {%- set backup = make_backup_relation(target, target.type if existing is none else existing.type) -%}
  {{ materialized_view_setup(backup, beside, pre_hooks) }}
  {%- set build_sql = materialized_view_get_build_sql(existing, target, backup, beside) -%}
  {%- if build_sql == '' -%}
    {% do materialized_view_execute_no_op(target) %}
  {%- else -%}
    {% do materialized_view_execute_build_sql(build_sql, existing, target, post_hooks) %}
  {%- endif -%}
  {{ materialized_view_teardown(backup, beside, post_hooks) }}
  {% do adapter.commit() %}
  {% do return({'relations': [target]}) %}
{% endmaterialization %}

{#- A view of what an earlier run built, by the project's own view where it has one. -#}
{% materialization clone, default %}
  {%- if not defer_relation -%}
    {% do log('no relation of ' ~ model.unique_id ~ " is in the state's manifest", info=True) %}
    {% do return({'relations': []}) %}
  {%- endif -%}
  {%- set existing = load_cached_relation(this) -%}
  {%- if existing and not flags.FULL_REFRESH -%}
    {% do log(existing ~ ' exists already', info=True) %}
    {% do return({'relations': []}) %}
  {%- endif -%}
  {%- set own = 'materialization_view_' ~ adapter.type() -%}
  {% do return(context[own if own in context else 'materialization_view_default']()) %}
{% endmaterialization %}

{#- Builds beside what is there and takes its place, all in one transaction. -#}
{% macro build_and_exchange(type) %}
  {%- set existing = load_cached_relation(this) -%}
  {%- set target = this.incorporate(type=type) -%}
  {%- set beside = make_intermediate_relation(target) -%}
  {%- set leftover = load_cached_relation(beside) -%}
  {{ run_hooks(pre_hooks, inside_transaction=False) }}
  {{ run_hooks(pre_hooks, inside_transaction=True) }}
  {{ drop_relation_if_exists(leftover) }}
  {% call statement('main') -%}
    {{ get_create_view_as_sql(beside, sql) if type == 'view' else get_create_table_as_sql(False, beside, sql) }}
  {%- endcall %}
  {%- if type == 'table' -%}
    {% do create_indexes(beside) %}
  {%- endif -%}
  {{ drop_relation_if_exists(existing) }}
  {% do adapter.rename_relation(beside, target) %}
  {% do return(end_materialization(target, existing, full_refresh_mode=True)) %}
{% endmacro %}

{#- What follows the statements of every materialization. -#}
{% macro end_materialization(target, existing, full_refresh_mode) %}
  {% do apply_grants(target, config.get('grants'), should_revoke=should_revoke(existing, full_refresh_mode=full_refresh_mode)) %}
  {% do persist_docs(target, model) %}
  {{ run_hooks(post_hooks, inside_transaction=True) }}
  {% do adapter.commit() %}
  {{ run_hooks(post_hooks, inside_transaction=False) }}
  {% do return({'relations': [target]}) %}
{% endmacro %}
