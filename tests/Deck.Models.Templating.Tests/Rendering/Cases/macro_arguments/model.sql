{{ rounded('x', digts=1) }}
{{ rounded('x', precision=1) }}
{{ rounded('x', 1, 2) }}
{{ nothing(1) }}
{{ nothing(x=1) }}
{% call rounded('x') %}body{% endcall %}
{{ greet('you', greting='bye') }}
{{ greet() }}
{{ 'a,b'.split(',', maxsplt=1) }}
{{ 'a' | replace('a', 'b', cont=1) }}
