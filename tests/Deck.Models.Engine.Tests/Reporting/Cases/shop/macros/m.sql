{% macro helper(a=1) %}{{ other() }}{{ adapter.dispatch('disp')() }}{% endmacro %}
{% macro other() %}{{ return('c') }}{% endmacro %}
{% macro default__disp() %}{% endmacro %}
{% test helper_test(model, arg) %}select 1 from {{ model }} where {{ helper() }} = 2{% endtest %}
{% test dbt_utils_like_long_name_of_a_test_that_is_longer_than_the_names_of_the_database(model, compare, list) %}select 1 from {{ model }}, {{ compare }}{% endtest %}
