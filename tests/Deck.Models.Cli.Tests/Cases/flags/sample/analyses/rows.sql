select
    (select string_agg(id::text, ' ' order by id) from {{ ref('visited') }}) as visited,
    (select n from {{ ref('counted') }}) as counted,
    (select n from {{ ref('all_people') }}) as all_people,
    (select string_agg(id::text, ' ' order by id) from {{ ref('daily') }}) as daily,
    (select string_agg(id::text, ' ' order by id) from {{ ref('after') }}) as after,
    (select string_agg(id::text, ' ' order by id) from {{ ref('kept') }}) as kept
