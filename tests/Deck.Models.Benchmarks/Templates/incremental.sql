{{
    config(
        materialized='incremental',
        unique_key=['session_id', 'page_view_id'],
        incremental_strategy='merge',
        on_schema_change='append_new_columns',
        post_hook="analyze {{ this }}"
    )
}}

{% set lookback = var('lookback_hours', 6) | int %}
{% set event_types = ['page_view', 'click', 'scroll', 'purchase', 'sign_up', 'sign_in'] %}

with events as (

    select *
    from {{ ref('stg_web__events') }}

    {% if is_incremental() %}
    -- late events arrive up to {{ lookback }} hours after they happened
    where collected_at > (
        select coalesce(max(collected_at), '1900-01-01'::timestamp) - interval '{{ lookback }} hours' from {{ this }}
    )
    {% endif %}

),

sessions as (

    select
        session_id,
        page_view_id,
        min(occurred_at) as started_at,
        max(occurred_at) as ended_at,
        {% for type in event_types -%}
        count(*) filter (where event_type = '{{ type }}') as {{ type }}_count,
        bool_or(event_type = '{{ type }}') as has_{{ type }}
        {%- if not loop.last %},{% endif %}
        {% endfor %}
    from events
    group by 1, 2

),

final as (

    select
        sessions.*,
        {{ event_types | length }} as known_event_types,
        case
        {%- for type in event_types | reject('in', ['scroll', 'click']) %}
            when has_{{ type }} then '{{ type | replace("_", " ") | title }}'
        {%- endfor %}
            else 'Other'
        end as outcome
    from sessions

)

select * from final
