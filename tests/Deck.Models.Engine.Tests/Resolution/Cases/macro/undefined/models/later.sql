{% if execute %}{% set half = modules.datetime.date %}{% endif %}
select '{{ half(2026, 1, 1) }}' as a
