{% macro keep(words) %}{% endmacro %}
{% macro fails() %}
  {% do run_query('select nothing from nowhere') %}
{% endmacro %}
