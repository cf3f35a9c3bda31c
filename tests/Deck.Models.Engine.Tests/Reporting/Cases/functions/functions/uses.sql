select {{ function('add_one') }}(y) + (select count(*)::int from {{ ref('b') }})
