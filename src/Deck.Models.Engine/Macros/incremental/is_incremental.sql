{#- True where an incremental model adds to a table that is there. -#}
{% macro is_incremental() %}
  {%- if not execute -%}
    {{ return(False) }}
  {%- endif -%}
  {%- set existing = load_relation(this) -%}
  {{ return(
      existing is not none
      and existing.type == 'table'
      and model.config.materialized == 'incremental'
      and not should_full_refresh()
  ) }}
{% endmacro %}
