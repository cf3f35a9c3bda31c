{#- View and table as materializations in Jinja, for projects whose own materializations call them. What nobody overrides is built by plans instead. -#}

{% materialization view, default %}
  {% do return(build_and_exchange('view')) %}
{% endmaterialization %}

{% materialization table, default %}
  {% do return(build_and_exchange('table')) %}
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
  {% do apply_grants(target, config.get('grants'), should_revoke=should_revoke(existing, full_refresh_mode=True)) %}
  {% do persist_docs(target, model) %}
  {{ run_hooks(post_hooks, inside_transaction=True) }}
  {% do adapter.commit() %}
  {{ run_hooks(post_hooks, inside_transaction=False) }}
  {% do return({'relations': [target]}) %}
{% endmacro %}
