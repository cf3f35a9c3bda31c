{#- Functions in the database: SQL of a scalar function, and what stands before its body. -#}

{% macro scalar_function_sql(target_relation) -%}
  {{ adapter.dispatch('scalar_function_sql', 'dbt')(target_relation) }}
{%- endmacro %}

{% macro default__scalar_function_sql(target_relation) -%}
{{ scalar_function_create_replace_signature_sql(target_relation) }}
{{ scalar_function_body_sql() }};
{%- endmacro %}

{% macro scalar_function_create_replace_signature_sql(target_relation) -%}
  {{ adapter.dispatch('scalar_function_create_replace_signature_sql', 'dbt')(target_relation) }}
{%- endmacro %}

{% macro default__scalar_function_create_replace_signature_sql(target_relation) -%}
create or replace function {{ target_relation.render() }} ({{ formatted_scalar_function_args_sql() }})
returns {{ model.returns.data_type }}
language sql
{{ scalar_function_volatility_sql() }}
as
{%- endmacro %}

{% macro formatted_scalar_function_args_sql() -%}
  {{ adapter.dispatch('formatted_scalar_function_args_sql', 'dbt')() }}
{%- endmacro %}

{% macro default__formatted_scalar_function_args_sql() -%}
  {%- for argument in model.arguments -%}
    {{ argument.name }} {{ argument.data_type }}{{ ' default ' ~ argument.default_value if argument.get('default_value') is not none }}{{ ', ' if not loop.last }}
  {%- endfor -%}
{%- endmacro %}

{% macro scalar_function_body_sql() -%}
  {{ adapter.dispatch('scalar_function_body_sql', 'dbt')() }}
{%- endmacro %}

{% macro default__scalar_function_body_sql() -%}
$$
{{ model.compiled_code }}
$$
{%- endmacro %}

{% macro scalar_function_volatility_sql() -%}
  {{ adapter.dispatch('scalar_function_volatility_sql', 'dbt')() }}
{%- endmacro %}

{% macro default__scalar_function_volatility_sql() -%}
  {%- set volatility = model.config.get('volatility') -%}
  {%- if volatility == 'deterministic' -%}
    immutable
  {%- elif volatility == 'stable' -%}
    stable
  {%- elif volatility == 'non-deterministic' -%}
    volatile
  {%- elif volatility -%}
    {%- do unsupported_volatility_warning(volatility) -%}
  {%- endif -%}
{%- endmacro %}

{% macro unsupported_volatility_warning(volatility) -%}
  {{ adapter.dispatch('unsupported_volatility_warning', 'dbt')(volatility) }}
{%- endmacro %}

{% macro default__unsupported_volatility_warning(volatility) -%}
  {%- do exceptions.warn('`' ~ volatility ~ '` is no volatility that a function can have; it is left out') -%}
{%- endmacro %}

{% macro function_execute_build_sql(build_sql, existing_relation, target_relation) -%}
  {{ return(adapter.dispatch('function_execute_build_sql', 'dbt')(build_sql, existing_relation, target_relation)) }}
{%- endmacro %}

{% macro default__function_execute_build_sql(build_sql, existing_relation, target_relation) -%}
  {%- call statement(name='main') -%}{{ build_sql }}{%- endcall -%}
  {{ return({'relations': [target_relation]}) }}
{%- endmacro %}
