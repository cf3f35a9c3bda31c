{%- macro pivot(column, values, aggregate='sum', then_value=1, prefix='', suffix='', quote=true) -%}
  {%- for value in values %}
    {{ aggregate }}(
      case when {{ column }} = '{{ value | replace("'", "''") }}' then {{ then_value }} else 0 end
    )
    as {{ adapter.quote(prefix ~ value ~ suffix) if quote else prefix ~ (value | lower | replace(' ', '_')) ~ suffix }}
    {%- if not loop.last %},{% endif %}
  {%- endfor %}
{%- endmacro -%}

{%- set states = namespace(all=[], open=0) -%}
{%- for state in ['Placed', 'Shipped', 'Completed', 'Return Pending', "Customer's choice", 'Returned'] -%}
  {%- do states.all.append(state) -%}
  {%- if state not in ('Completed', 'Returned') -%}
    {%- set states.open = states.open + 1 -%}
  {%- endif -%}
{%- endfor -%}

{%- set methods = {'card': 'Credit card', 'transfer': 'Bank transfer', 'coupon': 'Coupon'} -%}

select
    customer_id,
    {{ states.open }} as open_states,
    {{ pivot('status', states.all, suffix='_orders', quote=false) }},
    {{ pivot('method', methods.keys() | sort, aggregate='max', then_value='amount', prefix='paid_by_') }}
    {%- for key, label in methods.items() if key != 'coupon' %},
    '{{ label | upper }}' as label_{{ loop.index }}
    {%- endfor %}
from {{ ref('stg_payments') }}
{% if methods and states.open > 2 -%}
where status in ({% for state in states.all %}'{{ state | replace("'", "''") }}'{{ ', ' if not loop.last }}{% endfor %})
{% endif -%}
group by customer_id
