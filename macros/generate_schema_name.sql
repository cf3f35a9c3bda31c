{#-
    Models land in `<target schema>_<custom schema>`, as dbt does without this macro.
    Seeds stand in for the app's tables, so they go to exactly the schema that they name: `raw`.
-#}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {%- if custom_schema_name is none -%}
        {{ target.schema }}
    {%- elif node.resource_type == 'seed' -%}
        {{ custom_schema_name | trim }}
    {%- else -%}
        {{ target.schema }}_{{ custom_schema_name | trim }}
    {%- endif -%}
{%- endmacro %}
