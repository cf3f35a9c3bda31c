{% macro half(column) %}
  ({{ column }} / no_such_column)
{% endmacro %}
