{% macro rounded(column, digits=2) %}round({{ column }}, {{ digits }}){% endmacro %}

{% macro nothing() %}{% endmacro %}
