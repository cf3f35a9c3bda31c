{#- "Today": the var as_of_date, else the sample's fixed date, else the current date. -#}
{% macro as_of_date() -%}
    {%- set fixed = var('sample_as_of_date') if uses_sample_data() else none -%}
    {%- set today = var('as_of_date', none) or fixed -%}
    {%- if today -%}
        date '{{ today }}'
    {%- else -%}
        {{ utc_date('current_timestamp') }}
    {%- endif -%}
{%- endmacro %}


{#- The calendar day of a timestamptz. Always UTC's, or the figures would depend on the session's time zone. -#}
{% macro utc_date(moment) -%}
    ({{ moment }} at time zone 'UTC')::date
{%- endmacro %}


{#- The Monday of a timestamptz's week, in UTC as well. -#}
{% macro utc_week(moment) -%}
    date_trunc('week', {{ moment }} at time zone 'UTC')::date
{%- endmacro %}
