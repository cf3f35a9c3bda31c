{#- Functions on dates and moments under the names that packages use on every database. -#}

{% macro date_trunc(datepart, date) %}
  {{ return(adapter.dispatch('date_trunc', 'dbt')(datepart, date)) }}
{% endmacro %}

{% macro default__date_trunc(datepart, date) -%}
  date_trunc('{{ datepart }}', {{ date }})
{%- endmacro %}

{% macro dateadd(datepart, interval, from_date_or_timestamp) %}
  {{ return(adapter.dispatch('dateadd', 'dbt')(datepart, interval, from_date_or_timestamp)) }}
{% endmacro %}

{% macro default__dateadd(datepart, interval, from_date_or_timestamp) -%}
  {{ return(postgres__dateadd(datepart, interval, from_date_or_timestamp)) }}
{%- endmacro %}

{% macro postgres__dateadd(datepart, interval, from_date_or_timestamp) -%}
  {{ from_date_or_timestamp }} + ((interval '{{ '3 month' if datepart | lower == 'quarter' else '1 ' ~ datepart }}') * ({{ interval }}))
{%- endmacro %}

{% macro datediff(first_date, second_date, datepart) %}
  {{ return(adapter.dispatch('datediff', 'dbt')(first_date, second_date, datepart)) }}
{% endmacro %}

{% macro default__datediff(first_date, second_date, datepart) -%}
  {{ return(postgres__datediff(first_date, second_date, datepart)) }}
{%- endmacro %}

{#-
  How many boundaries of the part lie between the two: from 23:59 to 00:01 is one day. Weeks begin on Sundays; of a whole number of weeks
  backwards one more is counted, as dbt counts.
-#}
{% macro postgres__datediff(first_date, second_date, datepart) -%}
  {%- set part = datepart | lower -%}
  {%- set per_year = {'year': 0, 'quarter': 4, 'month': 12} -%}
  {%- set per_second = {'hour': 3600, 'minute': 60, 'second': 1, 'millisecond': 0.001, 'microsecond': 0.000001} -%}
  {%- if part == 'year' -%}
    (date_part('year', ({{ second_date }})::date) - date_part('year', ({{ first_date }})::date))
  {%- elif part in per_year -%}
    ((date_part('year', ({{ second_date }})::date) - date_part('year', ({{ first_date }})::date)) * {{ per_year[part] }}
      + date_part('{{ part }}', ({{ second_date }})::date) - date_part('{{ part }}', ({{ first_date }})::date))
  {%- elif part == 'week' -%}
    ((({{ second_date }})::date - ({{ first_date }})::date) / 7
      + (date_part('dow', ({{ first_date }})::timestamp) > date_part('dow', ({{ second_date }})::timestamp))::integer
      - (({{ first_date }}) > ({{ second_date }}))::integer)
  {%- elif part == 'day' -%}
    (({{ second_date }})::date - ({{ first_date }})::date)
  {%- elif part in per_second -%}
    round(date_part('epoch', date_trunc('{{ part }}', ({{ second_date }})::timestamp) - date_trunc('{{ part }}', ({{ first_date }})::timestamp)) / {{ '%f' % per_second[part] }})
  {%- else -%}
    {{ exceptions.raise_compiler_error('Unsupported datepart for macro datediff in postgres: ' ~ datepart) }}
  {%- endif -%}
{%- endmacro %}

{% macro last_day(date, datepart) %}
  {{ return(adapter.dispatch('last_day', 'dbt')(date, datepart)) }}
{% endmacro %}

{% macro default__last_day(date, datepart) -%}
  cast({{ dbt.dateadd('day', '-1', dbt.dateadd(datepart, '1', dbt.date_trunc(datepart, date))) }} as date)
{%- endmacro %}

{% macro date(year, month, day) %}
  {{ return(adapter.dispatch('date', 'dbt')(year, month, day)) }}
{% endmacro %}

{% macro default__date(year, month, day) -%}
  to_date('{{ modules.datetime.date(year, month, day).strftime('%Y-%m-%d') }}', 'YYYY-MM-DD')
{%- endmacro %}

{% macro get_powers_of_two(upper_bound) %}
  {{ return(adapter.dispatch('get_powers_of_two', 'dbt')(upper_bound)) }}
{% endmacro %}

{#- The least n with 2 to the n not below the bound. -#}
{% macro default__get_powers_of_two(upper_bound) %}
  {%- if upper_bound <= 0 -%}
    {{ exceptions.raise_compiler_error('upper bound must be positive') }}
  {%- endif -%}
  {%- for exponent in range(1, 100) if upper_bound <= 2 ** exponent -%}
    {{ return(exponent) }}
  {%- endfor -%}
{% endmacro %}

{% macro generate_series(upper_bound) %}
  {{ return(adapter.dispatch('generate_series', 'dbt')(upper_bound)) }}
{% endmacro %}

{#- A query of the numbers from 1 to the bound in the column generated_number. -#}
{% macro default__generate_series(upper_bound) %}
    select number::double precision as generated_number
    from pg_catalog.generate_series(1, {{ upper_bound }}) as series (number)
{% endmacro %}

{% macro get_intervals_between(start_date, end_date, datepart) -%}
  {{ return(adapter.dispatch('get_intervals_between', 'dbt')(start_date, end_date, datepart)) }}
{%- endmacro %}

{% macro default__get_intervals_between(start_date, end_date, datepart) -%}
  {%- call statement('get_intervals_between', fetch_result=True) %}
    select {{ dbt.datediff(start_date, end_date, datepart) }}
  {%- endcall -%}
  {%- set result = load_result('get_intervals_between') -%}
  {%- if result and result['data'] -%}
    {{ return(result['data'][0][0] | int) }}
  {%- endif -%}
  {{ return(1) }}
{%- endmacro %}

{% macro date_spine(datepart, start_date, end_date) %}
  {{ return(adapter.dispatch('date_spine', 'dbt')(datepart, start_date, end_date)) }}
{% endmacro %}

{#- A query of every `datepart` from the start up to, not including, the end. -#}
{% macro default__date_spine(datepart, start_date, end_date) %}
with rawdata as (

    {{ dbt.generate_series(dbt.get_intervals_between(start_date, end_date, datepart)) }}

),

all_periods as (

    select ({{ dbt.dateadd(datepart, 'row_number() over (order by generated_number) - 1', start_date) }}) as date_{{ datepart }}
    from rawdata

)

select *
from all_periods
where date_{{ datepart }} <= {{ end_date }}
{% endmacro %}

{% macro default_last_day(date, datepart) -%}
  {{ return(default__last_day(date, datepart)) }}
{%- endmacro %}
