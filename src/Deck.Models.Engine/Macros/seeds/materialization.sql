{#- A seed in Jinja, for projects that override a piece of it or call it. What nobody overrides is loaded by plans instead. -#}

{% materialization seed, default %}
  {%- set existing = adapter.get_relation(database=database, schema=schema, identifier=model['alias']) -%}
  {%- set target = this.incorporate(type='table') -%}
  {%- set anew = should_full_refresh() -%}
  {%- if existing is not none and existing.is_view -%}
    {% do exceptions.raise_compiler_error("Cannot seed to '" ~ existing.render() ~ "', it is a view") %}
  {%- endif -%}
  {%- set keeps_table = existing is not none and existing.is_table -%}
  {%- set rows = load_agate_table() -%}
  {% do store_result('agate_table', response='OK', agate_table=rows) %}
  {{ run_hooks(pre_hooks, inside_transaction=False) }}
  {{ run_hooks(pre_hooks, inside_transaction=True) }}
  {%- set table_sql = reset_csv_table(model, anew, existing, rows) if keeps_table else create_csv_table(model, rows) -%}
  {%- set count = rows.rows | length -%}
  {%- set rows_sql = load_csv_rows(model, rows) if count > 0 else '' -%}
  {%- set code = 'CREATE' if anew else 'INSERT' -%}
  {% call noop_statement('main', code ~ ' ' ~ count, code, count) %}
    {{ get_csv_sql(table_sql, rows_sql) }};
  {% endcall %}
  {% if anew or not keeps_table %}
    {% do create_indexes(target) %}
  {% endif %}
  {% do return(end_materialization(target, existing, full_refresh_mode=anew)) %}
{% endmaterialization %}
