{% macro rounded(column) %}{{ colum.x }}{% endmacro %}
