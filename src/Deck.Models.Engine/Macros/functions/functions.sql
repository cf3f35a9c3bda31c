{#- Functions in the database: SQL of a scalar function, and what stands before its body. Other kinds and languages are for macros of the project, such as `postgres__aggregate_function_sql`. -#}

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

{#- A function in Jinja, for projects whose own materialization calls it. What nobody overrides is made by plans instead. -#}
{% materialization function, default, supported_languages=['sql', 'python', 'javascript'] %}
  {%- set existing = load_cached_relation(this) -%}
  {%- set target = this.incorporate(type=this.Function) -%}
  {{ run_hooks(pre_hooks) }}
  {%- set dispatch = adapter.dispatch -%}
  {%- set write = dispatch(this.get_function_macro_name(this.get_function_config(model)), 'dbt') -%}
  {% do function_execute_build_sql(write(target), existing, target) %}
  {{ run_hooks(post_hooks) }}
  {% do adapter.commit() %}
  {% do return({'relations': [target]}) %}
{% endmaterialization %}

{% macro formatted_scalar_function_args_javascript() -%}
  {{ adapter.dispatch('formatted_scalar_function_args_javascript', 'dbt')() }}
{%- endmacro %}

{% macro default__formatted_scalar_function_args_javascript() -%}
  {%- do exceptions.raise_compiler_error('formatted_scalar_function_args_javascript is not there for ' ~ adapter.type()) -%}
{%- endmacro %}

{% macro scalar_function_volatility_javascript() -%}
  {{ adapter.dispatch('scalar_function_volatility_javascript', 'dbt')() }}
{%- endmacro %}

{% macro default__scalar_function_volatility_javascript() -%}
  {%- if model.config.get('volatility') is not none -%}
    {%- do exceptions.warn('functions in JavaScript have no volatility on ' ~ adapter.type() ~ '; it is left out') -%}
  {%- endif -%}
{%- endmacro %}

{% macro get_aggregate_function_create_replace_signature(target_relation) -%}
  {{ return(adapter.dispatch('get_aggregate_function_create_replace_signature', 'dbt')(target_relation)) }}
{%- endmacro %}

{% macro default__get_aggregate_function_create_replace_signature(target_relation) -%}
create or replace aggregate function {{ target_relation.render() }} ({{ get_formatted_aggregate_function_args() }})
returns {{ model.returns.data_type }}
{{ get_function_language_specifier() }}
{{ get_aggregate_function_volatility_specifier() }}
{{ get_function_python_options() if model.get('language') == 'python' }}
as
{%- endmacro %}

{% macro get_formatted_aggregate_function_args() -%}
  {{ return(adapter.dispatch('get_formatted_aggregate_function_args', 'dbt')()) }}
{%- endmacro %}

{% macro default__get_formatted_aggregate_function_args() -%}
  {{ formatted_scalar_function_args_sql() }}
{%- endmacro %}

{% macro get_function_language_specifier() -%}
  {{ return(adapter.dispatch('get_function_language_specifier', 'dbt')()) }}
{%- endmacro %}

{#- SQL need not be named. -#}
{% macro default__get_function_language_specifier() -%}
  {%- set language = model.get('language') -%}
  {{ '' if language == 'sql' else 'language ' ~ {'javascript': 'js'}.get(language, language) }}
{%- endmacro %}

{% macro get_aggregate_function_volatility_specifier() -%}
  {{ return(adapter.dispatch('get_aggregate_function_volatility_specifier', 'dbt')()) }}
{%- endmacro %}

{% macro default__get_aggregate_function_volatility_specifier() -%}
  {{ scalar_function_volatility_sql() }}
{%- endmacro %}

{% macro get_function_python_options() -%}
  {{ return(adapter.dispatch('get_function_python_options', 'dbt')()) }}
{%- endmacro %}

{% macro default__get_function_python_options() -%}
runtime_version = '{{ model.config.get('runtime_version') }}'
handler = '{{ model.config.get('entry_point') }}'
{{ "packages = ('" ~ model.config.get('packages') | join("', '") ~ "')" if model.config.get('packages') }}
{%- endmacro %}
