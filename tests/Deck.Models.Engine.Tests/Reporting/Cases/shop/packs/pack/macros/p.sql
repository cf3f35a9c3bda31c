{% macro date_spine(a) -%}
{{ return(adapter.dispatch('date_spine', 'pack')(a)) }}
{%- endmacro -%}

{% macro default__date_spine(a) -%}
{{ dbt.concat([a, 'b']) }}
{%- endmacro -%}

