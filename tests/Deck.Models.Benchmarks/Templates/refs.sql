{{ config(materialized='table') }}

{#- A wide table of facts over thirty models. -#}

with orders as (

    select * from {{ ref('fct_orders') }}

)

select
    orders.order_id,
    d1.name as dimension_1_name,
    d2.name as dimension_2_name,
    d3.name as dimension_3_name,
    d4.name as dimension_4_name,
    d5.name as dimension_5_name,
    d6.name as dimension_6_name,
    d7.name as dimension_7_name,
    d8.name as dimension_8_name,
    d9.name as dimension_9_name,
    d10.name as dimension_10_name,
    d11.name as dimension_11_name,
    d12.name as dimension_12_name,
    d13.name as dimension_13_name,
    d14.name as dimension_14_name,
    d15.name as dimension_15_name,
    d16.name as dimension_16_name,
    d17.name as dimension_17_name,
    d18.name as dimension_18_name,
    d19.name as dimension_19_name,
    d20.name as dimension_20_name,
    d21.name as dimension_21_name,
    d22.name as dimension_22_name,
    d23.name as dimension_23_name,
    d24.name as dimension_24_name,
    d25.name as dimension_25_name,
    d26.name as dimension_26_name,
    d27.name as dimension_27_name,
    d28.name as dimension_28_name,
    d29.name as dimension_29_name,
    orders.amount
from orders
left join {{ ref('dim_dimension_1') }} as d1 on d1.id = orders.dimension_1_id
left join {{ ref('dim_dimension_2') }} as d2 on d2.id = orders.dimension_2_id
left join {{ ref('dim_dimension_3') }} as d3 on d3.id = orders.dimension_3_id
left join {{ ref('dim_dimension_4') }} as d4 on d4.id = orders.dimension_4_id
left join {{ ref('dim_dimension_5') }} as d5 on d5.id = orders.dimension_5_id
left join {{ ref('dim_dimension_6') }} as d6 on d6.id = orders.dimension_6_id
left join {{ ref('dim_dimension_7') }} as d7 on d7.id = orders.dimension_7_id
left join {{ ref('dim_dimension_8') }} as d8 on d8.id = orders.dimension_8_id
left join {{ ref('dim_dimension_9') }} as d9 on d9.id = orders.dimension_9_id
left join {{ ref('dim_dimension_10') }} as d10 on d10.id = orders.dimension_10_id
left join {{ ref('dim_dimension_11') }} as d11 on d11.id = orders.dimension_11_id
left join {{ ref('dim_dimension_12') }} as d12 on d12.id = orders.dimension_12_id
left join {{ ref('dim_dimension_13') }} as d13 on d13.id = orders.dimension_13_id
left join {{ ref('dim_dimension_14') }} as d14 on d14.id = orders.dimension_14_id
left join {{ ref('dim_dimension_15') }} as d15 on d15.id = orders.dimension_15_id
left join {{ ref('dim_dimension_16') }} as d16 on d16.id = orders.dimension_16_id
left join {{ ref('dim_dimension_17') }} as d17 on d17.id = orders.dimension_17_id
left join {{ ref('dim_dimension_18') }} as d18 on d18.id = orders.dimension_18_id
left join {{ ref('dim_dimension_19') }} as d19 on d19.id = orders.dimension_19_id
left join {{ ref('dim_dimension_20') }} as d20 on d20.id = orders.dimension_20_id
left join {{ ref('dim_dimension_21') }} as d21 on d21.id = orders.dimension_21_id
left join {{ ref('dim_dimension_22') }} as d22 on d22.id = orders.dimension_22_id
left join {{ ref('dim_dimension_23') }} as d23 on d23.id = orders.dimension_23_id
left join {{ ref('dim_dimension_24') }} as d24 on d24.id = orders.dimension_24_id
left join {{ ref('dim_dimension_25') }} as d25 on d25.id = orders.dimension_25_id
left join {{ ref('dim_dimension_26') }} as d26 on d26.id = orders.dimension_26_id
left join {{ ref('dim_dimension_27') }} as d27 on d27.id = orders.dimension_27_id
left join {{ ref('dim_dimension_28') }} as d28 on d28.id = orders.dimension_28_id
left join {{ ref('dim_dimension_29') }} as d29 on d29.id = orders.dimension_29_id
