select {{ a('x') }} as x
select {{ refuses('thing') }}
{% for x in [1, 2] %}{% if x == 2 %}{{ a({}) }}{% endif %}{% endfor %}
{% set x = a('y') %}
{% call(n) with_caller() %}{{ refuses(n) }}{% endcall %}
