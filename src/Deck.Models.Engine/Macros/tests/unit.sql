{#- A unit test in Jinja, for projects that override a piece of it or call it. What nobody overrides is compared without a table of its own. -#}

{% materialization unit, default %}
  {%- set rows = config.get('expected_rows') -%}
  {%- set header = config.get('sql_header') if flags.REQUIRE_SQL_HEADER_IN_TEST_CONFIGS else none -%}
  {%- set wanted = rows[0].keys() if rows else get_columns_in_query(sql) -%}
  {%- set shape = make_temp_relation(this.incorporate(type='table')) -%}
  {% do run_query(get_create_table_as_sql(True, shape, get_empty_subquery_sql(sql))) %}
  {%- set types, quoted = {}, {} -%}
  {%- for column in get_columns_for_unit_tests(shape) -%}
    {%- do types.update({column.name | lower: column.data_type}) -%}
    {%- do quoted.update({column.name | lower: column.quoted}) -%}
  {%- endfor -%}
  {%- set names = [] -%}
  {%- for name in wanted -%}
    {%- do names.append(quoted[name | lower]) -%}
  {%- endfor -%}
  {%- set expected = config.get('expected_sql') or get_expected_sql(rows, types, quoted) -%}
  {% call statement('main', fetch_result=True) -%}
    {{ header or '' }}
    {{ get_unit_test_sql(sql, expected, names) }}
  {%- endcall %}
  {% do adapter.drop_relation(shape) %}
  {% do return({'relations': []}) %}
{% endmaterialization %}
