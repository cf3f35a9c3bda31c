{#- Queries from within templates. Nothing is sent while the project is parsed. -#}

{% macro statement(name=none, fetch_result=false, auto_begin=true, language='sql') -%}
  {%- if execute -%}
    {%- set statement_text = caller() -%}
    {%- if name == 'main' -%}
      {%- do write(statement_text) -%}
    {%- endif -%}
    {%- set response, table = adapter.execute(statement_text, auto_begin=auto_begin, fetch=fetch_result) -%}
    {%- if name is not none -%}
      {%- do store_result(name, response=response, agate_table=table) -%}
    {%- endif -%}
  {%- endif -%}
{%- endmacro %}

{% macro noop_statement(name=none, message=none, code=none, rows_affected=none, res=none) -%}
  {%- set statement_text = caller() -%}
  {%- if name == 'main' -%}
    {%- do write(statement_text) -%}
  {%- endif -%}
  {%- if name is not none -%}
    {%- do store_raw_result(name, message=message, code=code, rows_affected=rows_affected, agate_table=res) -%}
  {%- endif -%}
{%- endmacro %}

{% macro run_query(sql) -%}
  {% call statement('run_query_statement', fetch_result=true, auto_begin=false) %}
    {{ sql }}
  {% endcall %}
  {% do return(load_result('run_query_statement').table) %}
{%- endmacro %}

{% macro truncate_cascade_sql(relation) -%}
  truncate {{ relation }} cascade
{%- endmacro %}
