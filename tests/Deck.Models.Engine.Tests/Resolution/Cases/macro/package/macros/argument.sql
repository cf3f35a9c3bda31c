{% macro listed(results) %}{% for r in results.items() %}{{ r }}{% endfor %}{% endmacro %}
