{#- Fails for every row that belongs to a test account. -#}
{% test no_test_users(model, column_name) %}

select checked.{{ column_name }}
from {{ model }} as checked
inner join {{ ref('stg_users') }} as users
    on checked.{{ column_name }} = users.user_id
where users.is_test_user = 1

{% endtest %}
