-- The one row of the summary says what the table says. Each figure is taken from the table again, in
-- another way where there is one. The rows that come back are the figures that differ.

with users as (

    select * from {{ ref('user_segmentation') }}

),

criteria as (

    select
        criterion,
        count(*) as planners
    from users
    cross join lateral unnest(planner_criteria_met) as criterion
    group by criterion

),

segments as (

    select
        user_type,
        count(*) as users,
        round(100.0 * avg((days_active > 0)::int), 2) as activation_rate,
        round(avg(days_active), 1) as days_active
    from users
    group by user_type

),

active as (

    select
        user_type,
        round(avg(prompts_per_active_day), 2) as prompts,
        round(avg(swipes_per_prompt), 2) as swipes,
        round(avg(conversion_rate), 2) as conversion
    from users
    where last_activity_date is not null
    group by user_type

),

compared as (

    select
        figure,
        shown,
        -- A segment or a criterion that nobody is in has no row here, and null or 0 there.
        coalesce(taken, 0) as taken
    from {{ ref('user_segmentation_summary') }} as summary
    cross join lateral (
        values
            ('total_users', summary.total_users, (select count(*) from users)),
            ('total_planners', summary.total_planners, (select users from segments where user_type = 'Planner')),
            ('total_passengers', summary.total_passengers, (select users from segments where user_type = 'Passenger')),
            (
                'planner_percentage', summary.planner_percentage,
                (select round(100.0 * avg((user_type = 'Planner')::int), 2) from users)
            ),
            {% for segment in ['planner', 'passenger'] %}
            {% for column, relation, figure in [
                ('activation_rate', 'segments', 'activation_rate'),
                ('avg_days_active', 'segments', 'days_active'),
                ('avg_prompts_per_active_day', 'active', 'prompts'),
                ('avg_swipes_per_prompt', 'active', 'swipes'),
                ('avg_conversion_rate', 'active', 'conversion'),
            ] %}
            (
                '{{ segment }}_{{ column }}', summary.{{ segment }}_{{ column }},
                (select {{ figure }} from {{ relation }} where user_type = '{{ segment | capitalize }}')
            ),
            {% endfor %}
            {% endfor %}
            {% for column, criterion in [
                ('planners_via_prompt_swipe', 'prompt_and_swipe'),
                ('planners_via_deck', 'created_deck'),
                ('planners_via_share', 'shared_content'),
                ('planners_via_multiplayer', 'created_multiplayer'),
            ] %}
            ('{{ column }}', summary.{{ column }}, (select planners from criteria where criterion = '{{ criterion }}')),
            {% endfor %}
            (
                'planners_multi_criteria', summary.planners_multi_criteria,
                (select count(*) from users where array_length(planner_criteria_met, 1) > 1)
            )
    ) as figures (figure, shown, taken)

)

select *
from compared
where coalesce(shown, 0) <> taken
