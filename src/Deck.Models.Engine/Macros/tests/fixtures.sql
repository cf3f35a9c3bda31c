{#- Rows of unit tests as queries, for tests that a package builds itself. -#}

{% macro get_fixture_sql(rows, column_name_to_data_types) -%}
  {%- set types = column_name_to_data_types or {} -%}
  {%- if not rows -%}
    {%- set nulls = [] -%}
    {%- for name, type in types.items() -%}
      {%- do nulls.append(safe_cast('null', type) ~ ' as ' ~ name) -%}
    {%- endfor -%}
    select {{ nulls | join(', ') or '*' }} limit 0
  {%- endif -%}
  {%- for row in rows -%}
    {%- do validate_fixture_rows(rows, loop.index) -%}
    {%- set cells = format_row(row, types) -%}
    select {% for name in types or cells -%}
      {{ cells.get(name, safe_cast('null', types.get(name, 'text'))) }} as {{ name }}{{ ', ' if not loop.last }}
    {%- endfor %}
    {{ 'union all' if not loop.last }}
  {% endfor -%}
{%- endmacro %}

{% macro get_expected_sql(rows, column_name_to_data_types, column_name_to_quoted) -%}
  {%- if not rows -%}
    select * from dbt_internal_unit_test_actual limit 0
  {%- endif -%}
  {%- for row in rows -%}
    {%- set cells = format_row(row, column_name_to_data_types) -%}
    select {% for name, cell in cells.items() -%}
      {{ cell }} as {{ column_name_to_quoted.get(name, name) }}{{ ', ' if not loop.last }}
    {%- endfor %}
    {{ 'union all' if not loop.last }}
  {% endfor -%}
{%- endmacro %}

{#- Each cell cast to its column's type; a text is quoted, the rest goes as it is. -#}
{% macro format_row(row, column_name_to_data_types) -%}
  {%- set cells = {} -%}
  {%- for name, value in row.items() -%}
    {%- if column_name_to_data_types and name not in column_name_to_data_types -%}
      {%- do exceptions.raise_compiler_error('the rows of a unit test name the column `' ~ name ~ '`, which is none of ' ~ column_name_to_data_types.keys() | list | join(', ')) -%}
    {%- endif -%}
    {%- set literal = 'null' if value is none else string_literal(escape_single_quotes(value)) if value is string else value -%}
    {%- do cells.update({name: safe_cast(literal, column_name_to_data_types.get(name, 'text'))}) -%}
  {%- endfor -%}
  {{ return(cells) }}
{%- endmacro %}

{% macro validate_fixture_rows(rows, row_number) -%}
  {{ return(adapter.dispatch('validate_fixture_rows', 'dbt')(rows, row_number)) }}
{%- endmacro %}

{% macro default__validate_fixture_rows(rows, row_number) -%}
{%- endmacro %}

{% macro get_columns_for_unit_tests(relation) -%}
  {{ return(adapter.dispatch('get_columns_for_unit_tests', 'dbt')(relation)) }}
{%- endmacro %}

{% macro default__get_columns_for_unit_tests(relation) -%}
  {{ return(adapter.get_columns_in_relation(relation)) }}
{%- endmacro %}
