{#- Rows of unit tests as queries, for tests that a package builds itself. -#}

{#- Without types the columns are those of the node that the rows stand for: its own relation's, or that of the state where it is not built. -#}
{% macro get_fixture_sql(rows, column_name_to_data_types) -%}
  {%- set types = column_name_to_data_types or {} -%}
  {%- set quoted = {} -%}
  {%- if not types -%}
    {%- for column in get_columns_for_unit_tests(defer_relation if defer_relation and not load_relation(this) else this) -%}
      {%- do types.update({column.name | lower: column.data_type}) -%}
      {%- do quoted.update({column.name | lower: column.quoted}) -%}
    {%- endfor -%}
  {%- endif -%}
  {%- if not types -%}
    {%- do exceptions.raise_compiler_error("the columns of '" ~ model.name ~ "' are not known: its relation " ~ this ~ ' does not exist') -%}
  {%- endif -%}
  {%- do validate_fixture_rows(rows, none) -%}
  {%- for row in rows or [{}] -%}
    {%- set cells = format_row(row, types) -%}
    select {% for name, type in types.items() -%}
      {{ cells.get(name, safe_cast('null', type) | trim) }} as {{ quoted.get(name, name) }}{{ ', ' if not loop.last }}
    {%- endfor %}
    {{ 'union all' if not loop.last }}
  {% endfor -%}
  {{ 'limit 0' if not rows }}
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

{#- Each cell cast to its column's type, by names in lower case; a text is quoted and keeps its length, the rest goes as it is. -#}
{% macro format_row(row, column_name_to_data_types) -%}
  {%- set cells = {} -%}
  {%- for written, value in row.items() -%}
    {%- set name = written | lower -%}
    {%- if name not in column_name_to_data_types -%}
      {%- set where = 'expected output' if model.resource_type == 'unit_test' else "'" ~ model.name ~ "'" -%}
      {%- do exceptions.raise_compiler_error('the rows of a unit test for ' ~ where ~ ' name the column `' ~ name ~ '`, which is none of ' ~ column_name_to_data_types.keys() | list | join(', ')) -%}
    {%- endif -%}
    {%- set type = column_name_to_data_types[name] -%}
    {%- set type = type.split('(')[0] if value is string and 'varying' in type else type -%}
    {%- set literal = 'null' if value is none else string_literal(escape_single_quotes(value)) if value is string else value -%}
    {%- do cells.update({name: safe_cast(literal, type)}) -%}
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
