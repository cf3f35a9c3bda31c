select 1 as id, {{ metric('revenue') }} as m -- {{ metric('metrics_shop','orders_count') }}
