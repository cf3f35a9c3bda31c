{#- Changing a materialized view's configuration: its indexes; anything else replaces it. -#}

{% macro get_materialized_view_configuration_changes(existing_relation, new_config) -%}
  {{ return(adapter.dispatch('get_materialized_view_configuration_changes', 'dbt')(existing_relation, new_config)) }}
{%- endmacro %}

{#- None, or the indexes to drop and to create: PostgreSQL lets nothing else of a materialized view be changed in place. -#}
{% macro default__get_materialized_view_configuration_changes(existing_relation, new_config) -%}
  {%- set present, wanted, changes = {}, {}, [] -%}
  {%- for index in postgres__describe_materialized_view(existing_relation)['indexes'] -%}
    {%- do present.update({materialized_view_index_key(index['column_names'].split(','), index['unique'], index['method']): index['name']}) -%}
  {%- endfor -%}
  {%- for index in new_config.get('indexes', []) -%}
    {%- do wanted.update({materialized_view_index_key(index['columns'], index.get('unique'), index.get('type')): index}) -%}
  {%- endfor -%}
  {%- for key, name in present.items() if key not in wanted -%}
    {%- do changes.append({'action': 'drop', 'context': {'name': name}}) -%}
  {%- endfor -%}
  {%- for key, index in wanted.items() if key not in present -%}
    {%- do changes.append({'action': 'create', 'context': {'as_node_config': index}}) -%}
  {%- endfor -%}
  {{ return({'indexes': changes, 'requires_full_refresh': False} if changes else none) }}
{%- endmacro %}

{#- What two indexes have in common that are the same to dbt: the order of the columns does not count. -#}
{% macro materialized_view_index_key(columns, unique, method) -%}
  {{ return(((columns | map('lower') | sort | join(',')), unique or False, method or 'btree')) }}
{%- endmacro %}

{% macro postgres__update_indexes_on_materialized_view(relation, index_changes) -%}
  {%- for change in index_changes -%}
    {{ get_drop_index_sql(relation, change.context.name) if change.action == 'drop' else get_create_index_sql(relation, change.context.as_node_config) }}
    {{- ';\n' if not loop.last }}
  {%- endfor -%}
{%- endmacro %}

{% macro get_alter_materialized_view_as_sql(relation, configuration_changes, sql, existing_relation, backup_relation, intermediate_relation) -%}
  {{ return(adapter.dispatch('get_alter_materialized_view_as_sql', 'dbt')(relation, configuration_changes, sql, existing_relation, backup_relation, intermediate_relation)) }}
{%- endmacro %}

{% macro default__get_alter_materialized_view_as_sql(relation, configuration_changes, sql, existing_relation, backup_relation, intermediate_relation) -%}
  {{ get_replace_sql(existing_relation, relation, sql) if configuration_changes.requires_full_refresh else postgres__update_indexes_on_materialized_view(relation, configuration_changes.indexes) }}
{%- endmacro %}

{% macro can_clone_table() -%}
  {{ return(adapter.dispatch('can_clone_table', 'dbt')()) }}
{%- endmacro %}

{#- PostgreSQL copies no table without its rows: a clone is a view. -#}
{% macro default__can_clone_table() -%}
  {{ return(False) }}
{%- endmacro %}

{% macro create_or_replace_clone(this_relation, defer_relation) -%}
  {{ return(adapter.dispatch('create_or_replace_clone', 'dbt')(this_relation, defer_relation)) }}
{%- endmacro %}

{% macro default__create_or_replace_clone(this_relation, defer_relation) -%}
  create or replace view {{ this_relation }} as select * from {{ defer_relation }}
{%- endmacro %}

{% macro materialized_view_setup(backup_relation, intermediate_relation, pre_hooks) -%}
  {%- do drop_relation_if_exists(load_cached_relation(backup_relation)) -%}
  {%- do drop_relation_if_exists(load_cached_relation(intermediate_relation)) -%}
  {{ run_hooks(pre_hooks, inside_transaction=False) }}
{%- endmacro %}

{% macro materialized_view_teardown(backup_relation, intermediate_relation, post_hooks) -%}
  {%- do drop_relation_if_exists(backup_relation) -%}
  {%- do drop_relation_if_exists(intermediate_relation) -%}
  {{ run_hooks(post_hooks, inside_transaction=False) }}
{%- endmacro %}

{#- Made where there is none, replaced where it is something else or everything is rebuilt, changed where its config asks for it, refreshed otherwise. -#}
{% macro materialized_view_get_build_sql(existing_relation, target_relation, backup_relation, intermediate_relation) -%}
  {%- if existing_relation is none -%}
    {{ return(get_create_materialized_view_as_sql(target_relation, sql)) }}
  {%- elif should_full_refresh() or not existing_relation.is_materialized_view -%}
    {{ return(get_replace_sql(existing_relation, target_relation, sql)) }}
  {%- endif -%}
  {%- set changes = get_materialized_view_configuration_changes(existing_relation, config) -%}
  {%- set what = config.get('on_configuration_change', 'apply') -%}
  {%- if changes is none -%}
    {{ return(refresh_materialized_view(target_relation)) }}
  {%- elif what == 'apply' -%}
    {{ return(get_alter_materialized_view_as_sql(target_relation, changes, sql, existing_relation, backup_relation, intermediate_relation)) }}
  {%- elif what == 'continue' -%}
    {%- do exceptions.warn('the configuration of ' ~ target_relation ~ ' has changed, and `on_configuration_change` is `continue`') -%}
    {{ return('') }}
  {%- endif -%}
  {%- do exceptions.raise_fail_fast_error('the configuration of ' ~ target_relation ~ ' has changed, and `on_configuration_change` is `fail`') -%}
{%- endmacro %}

{% macro materialized_view_execute_no_op(target_relation) -%}
  {%- do store_raw_result(name='main', message='skip ' ~ target_relation, code='skip', rows_affected='-1') -%}
{%- endmacro %}

{% macro materialized_view_execute_build_sql(build_sql, existing_relation, target_relation, post_hooks) -%}
  {%- call statement(name='main') -%}{{ build_sql }}{%- endcall -%}
  {%- do apply_grants(target_relation, config.get('grants'), should_revoke=should_revoke(existing_relation, full_refresh_mode=True)) -%}
  {%- do persist_docs(target_relation, model) -%}
  {{ run_hooks(post_hooks, inside_transaction=True) }}
  {%- do adapter.commit() -%}
{%- endmacro %}
