select {{ dbt_utils.star('x') }}
