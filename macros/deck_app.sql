{#- True where the seeds stand in for the app's database. -#}
{% macro uses_sample_data() %}
    {{ return(target.name in var('sample_targets') and var('deck_app_schema') == 'raw') }}
{% endmacro %}


{#-
    A table of the app. On the sample it is a seed that has the source's own name and schema; a source
    waits for nothing, so the seed is mentioned too, for the order of the build. The SQL is the same.
-#}
{% macro deck_app(table_name) -%}
    {%- if uses_sample_data() -%}
        {%- do ref(table_name) -%}
    {%- endif -%}
    {{ return(source('deck_app', table_name)) }}
{%- endmacro %}
