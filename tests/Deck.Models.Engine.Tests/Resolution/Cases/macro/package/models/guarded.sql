{% if execute %}select {{ dbt_utils.star() }}{% else %}select 1{% endif %}
