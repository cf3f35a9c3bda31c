select 1 as id
{% if target.name == 'dev' %}
where true
