{#- Prints the findings after a run that built the summary; changes nothing. -#}
{% macro headline_figures() %}
    {%- set summary = ref('user_segmentation_summary') -%}
    {%- if execute and flags.WHICH in ['build', 'run'] and 'model.deck.user_segmentation_summary' in selected_resources -%}
        {%- set built = adapter.get_relation(database=summary.database, schema=summary.schema, identifier=summary.identifier) -%}
        {%- if built is not none -%}
            {%- set found = run_query('select * from ' ~ summary) -%}
            {%- set row = found.rows[0] -%}
            {%- do print('') -%}
            {%- do print(
                'Of {:,} users {:,} are Planners ({}%) and {:,} Passengers.'.format(
                    row['total_users'], row['total_planners'], row['planner_percentage'], row['total_passengers']
                )
            ) -%}
            {%- do print('%-30s %9s %11s %6s' % ('', 'Planners', 'Passengers', 'ratio')) -%}
            {%- for title, column, ratio, unit in [
                ('activation rate', 'activation_rate', 'activation', '%'),
                ('avg prompts per active day', 'avg_prompts_per_active_day', 'prompt', ''),
                ('avg swipes per prompt', 'avg_swipes_per_prompt', 'swipe', ''),
                ('avg conversion rate', 'avg_conversion_rate', 'conversion', '%'),
                ('avg days active', 'avg_days_active', 'days_active', '')
            ] -%}
                {%- do print('%-30s %9s %11s %6s' % (
                    title,
                    row['planner_' ~ column] ~ unit,
                    row['passenger_' ~ column] ~ unit,
                    row['planner_vs_passenger_' ~ ratio ~ '_ratio']
                )) -%}
            {%- endfor -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}
