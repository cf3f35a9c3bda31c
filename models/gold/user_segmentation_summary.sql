-- The headline figures, in one row. Ratios are taken of the unrounded averages and rounded last.

with users as (

    select
        *,
        user_type = 'Planner' as is_planner,
        user_type = 'Passenger' as is_passenger,
        days_active > 0 as is_activated,
        -- The day of the signup is a day on which one can be active, hence one more than the days since.
        {{ percentage('days_active', '(days_since_signup + 1)') }} as activity_rate
    from {{ ref('user_segmentation') }}

),

measures as (

    select
        count(*) as total_users,
        count(*) filter (where is_planner) as total_planners,
        count(*) filter (where is_passenger) as total_passengers,
        count(*) filter (where is_planner and is_activated) as activated_planners,
        count(*) filter (where is_passenger and is_activated) as activated_passengers,
        {% for segment in ['planner', 'passenger'] %}
        avg(prompts_per_active_day) filter (where is_{{ segment }} and is_activated)
            as {{ segment }}_prompts_per_active_day,
        avg(swipes_per_prompt) filter (where is_{{ segment }} and is_activated)
            as {{ segment }}_swipes_per_prompt,
        avg(conversion_rate) filter (where is_{{ segment }} and is_activated)
            as {{ segment }}_conversion_rate,
        avg(days_active) filter (where is_{{ segment }}) as {{ segment }}_days_active,
        avg(activity_rate) filter (where is_{{ segment }}) as {{ segment }}_activity_rate,
        {% endfor %}
        count(*) filter (where 'prompt_and_swipe' = any(planner_criteria_met))
            as planners_via_prompt_swipe,
        count(*) filter (where 'created_deck' = any(planner_criteria_met)) as planners_via_deck,
        count(*) filter (where 'shared_content' = any(planner_criteria_met)) as planners_via_share,
        count(*) filter (where 'created_multiplayer' = any(planner_criteria_met))
            as planners_via_multiplayer,
        count(*) filter (where cardinality(planner_criteria_met) > 1) as planners_multi_criteria
    from users

),

rates as (

    select
        *,
        {{ percentage('total_planners', 'total_users') }} as planner_percentage,
        {{ percentage('activated_planners', 'total_planners') }} as planner_activation_rate,
        {{ percentage('activated_passengers', 'total_passengers') }} as passenger_activation_rate
    from measures

)

select
    total_users,
    total_planners,
    total_passengers,
    round(planner_percentage, 2) as planner_percentage,
    round(planner_activation_rate, 2) as planner_activation_rate,
    round(passenger_activation_rate, 2) as passenger_activation_rate,
    {% for segment in ['planner', 'passenger'] %}
    round({{ segment }}_prompts_per_active_day, 2) as {{ segment }}_avg_prompts_per_active_day,
    round({{ segment }}_swipes_per_prompt, 2) as {{ segment }}_avg_swipes_per_prompt,
    round({{ segment }}_conversion_rate, 2) as {{ segment }}_avg_conversion_rate,
    round({{ segment }}_days_active, 1) as {{ segment }}_avg_days_active,
    round({{ segment }}_activity_rate, 2) as {{ segment }}_avg_activity_rate,
    {% endfor %}
    planners_via_prompt_swipe,
    planners_via_deck,
    planners_via_share,
    planners_via_multiplayer,
    planners_multi_criteria,
    round(planner_prompts_per_active_day / nullif(passenger_prompts_per_active_day, 0), 1)
        as planner_vs_passenger_prompt_ratio,
    round(planner_swipes_per_prompt / nullif(passenger_swipes_per_prompt, 0), 1)
        as planner_vs_passenger_swipe_ratio,
    round(planner_conversion_rate / nullif(passenger_conversion_rate, 0), 1)
        as planner_vs_passenger_conversion_ratio,
    round(planner_days_active / nullif(passenger_days_active, 0), 1)
        as planner_vs_passenger_days_active_ratio,
    round(planner_activation_rate / nullif(passenger_activation_rate, 0), 1)
        as planner_vs_passenger_activation_ratio,
    current_timestamp as report_generated_at
from rates
