-- The sample gives exactly the findings that README.md publishes. Elsewhere there is nothing to compare.

{{ config(enabled=uses_sample_data()) }}

select
    figure,
    published,
    shown
from {{ ref('user_segmentation_summary') }} as summary
cross join lateral (
    values
        ('total_users', 1177, summary.total_users),
        ('total_planners', 104, summary.total_planners),
        ('total_passengers', 1073, summary.total_passengers),
        ('planner_percentage', 8.84, summary.planner_percentage),
        ('planner_activation_rate', 98.08, summary.planner_activation_rate),
        ('passenger_activation_rate', 34.20, summary.passenger_activation_rate),
        ('planner_vs_passenger_activation_ratio', 2.9, summary.planner_vs_passenger_activation_ratio),
        ('planner_avg_prompts_per_active_day', 2.00, summary.planner_avg_prompts_per_active_day),
        ('passenger_avg_prompts_per_active_day', 0.23, summary.passenger_avg_prompts_per_active_day),
        ('planner_vs_passenger_prompt_ratio', 8.9, summary.planner_vs_passenger_prompt_ratio),
        ('planner_avg_swipes_per_prompt', 3.51, summary.planner_avg_swipes_per_prompt),
        ('passenger_avg_swipes_per_prompt', 0.58, summary.passenger_avg_swipes_per_prompt),
        ('planner_vs_passenger_swipe_ratio', 6.0, summary.planner_vs_passenger_swipe_ratio),
        ('planner_avg_conversion_rate', 2.85, summary.planner_avg_conversion_rate),
        ('passenger_avg_conversion_rate', 0.06, summary.passenger_avg_conversion_rate),
        ('planner_vs_passenger_conversion_ratio', 44.1, summary.planner_vs_passenger_conversion_ratio),
        ('planner_avg_days_active', 3.7, summary.planner_avg_days_active),
        ('passenger_avg_days_active', 0.6, summary.passenger_avg_days_active),
        ('planner_vs_passenger_days_active_ratio', 6.2, summary.planner_vs_passenger_days_active_ratio),
        ('planners_via_prompt_swipe', 84, summary.planners_via_prompt_swipe),
        ('planners_via_deck', 38, summary.planners_via_deck),
        ('planners_via_multiplayer', 14, summary.planners_via_multiplayer),
        ('planners_via_share', 10, summary.planners_via_share),
        ('planners_multi_criteria', 30, summary.planners_multi_criteria),
        ('almost_planners', 36, (select count(*) from {{ ref('almost_planners') }})),
        (
            'almost_planners who miss a prompt', 24,
            (select count(*) from {{ ref('almost_planners') }} where missing_step = 'prompt')
        )
) as findings (figure, published, shown)
where shown is distinct from published
