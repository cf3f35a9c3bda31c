{#- numerator / denominator with two decimals; 0 where there is nothing to divide by. -#}
{% macro rate(numerator, denominator) -%}
    coalesce(round({{ numerator }}::numeric / nullif({{ denominator }}, 0), 2), 0)
{%- endmacro %}


{#- part as a percentage of whole, unrounded; null where the whole is empty, since no share is known then. -#}
{% macro percentage(part, whole) -%}
    100 * {{ part }}::numeric / nullif({{ whole }}, 0)
{%- endmacro %}


{#- ('a', 'b') for use after `in`. -#}
{% macro text_list(words) -%}
    ('{{ words | join("', '") }}')
{%- endmacro %}
