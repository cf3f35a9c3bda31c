{#- A data test as a materialization in Jinja, for projects and packages whose own `test` wraps it. -#}

{% materialization test, default %}
  {%- set relations = [] -%}
  {%- set header = config.get('sql_header') if flags.REQUIRE_SQL_HEADER_IN_TEST_CONFIGS else '' -%}
  {%- set rows = get_limit_subquery_sql(sql, config.get('limit')) -%}
  {%- if should_store_failures() -%}
    {%- set kind = config.get('store_failures_as') or 'table' -%}
    {%- if kind not in ['table', 'view'] -%}
      {{ exceptions.raise_compiler_error("'" ~ kind ~ "' is not a valid value for `store_failures_as`. Accepted values are: ['ephemeral', 'table', 'view']") }}
    {%- endif -%}
    {%- set target = api.Relation.create(database=database, schema=schema, identifier=model['alias'], type=kind) -%}
    {{ drop_relation_if_exists(load_cached_relation(target)) }}
    {% call statement() -%}
      {{ header or '' }}
      {{ get_create_sql(target, rows) }}
    {%- endcall %}
    {% do adapter.commit() %}
    {% do relations.append(target) %}
    {%- set rows = 'select * from ' ~ target -%}
  {%- endif -%}
  {% call statement('main', fetch_result=True) -%}
    {{ header or '' }}
    {{ get_test_sql(rows, config.get('fail_calc'), config.get('warn_if'), config.get('error_if'), none) }}
  {%- endcall %}
  {% do return({'relations': relations}) %}
{% endmaterialization %}
