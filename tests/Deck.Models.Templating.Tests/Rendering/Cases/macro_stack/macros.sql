{% macro a(column) %}
  {{ b(column) }}
{% endmacro %}

{% macro b(column, digits=2) %}
  round({{ column.nothing.at.all }}, {{ digits }})
{% endmacro %}

{% macro refuses(x) %}
  {{ raise("`" ~ x ~ "` is not supported") }}
{% endmacro %}

{% macro with_caller() %}
  {{ caller(1) }}
{% endmacro %}
