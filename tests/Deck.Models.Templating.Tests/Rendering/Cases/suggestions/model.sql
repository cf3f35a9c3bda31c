{{ rouded('x') }}
{{ ragne(3) }}
{{ rounded('x') }}
{% set customers = [1] %}{{ custommers[0] }}
{{ 'x' | uper }}
{{ 'x' is strng }}
{% if true %}{{ 'x' | uper }}{% endif %}
{% if 'x' is strng %}{% endif %}
{{ 'x'.uper() }}
{{ [1].apend(2) }}
{{ {'alpha': 1}.itms() }}
{{ target.shema.x }}
{{ target['shema'] + 1 }}
{{ (1).nothing_like_it.x }}
{% for x in [1] %}{{ loop.lst.x }}{% endfor %}
{% set ns = namespace(total=1) %}{{ ns.totl + 1 }}
{% fro x in [1] %}{% endfor %}
{% if target = 1 %}{% endif %}
{% macro own() %}{% endmacro %}{{ own() }}
{{ [1] | replace(seperator=',') }}
{{ 'total: ' + 3 }}
{{ 3 + ' in all' }}
