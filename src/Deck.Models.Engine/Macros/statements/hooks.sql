{#- Hooks as materializations written in Jinja run them. -#}

{% macro run_hooks(hooks, inside_transaction=True) %}
  {% for hook in hooks if (hook.get('transaction', True) == inside_transaction) %}
    {% set rendered = render(hook.get('sql')) | trim %}
    {% if rendered and inside_transaction %}
      {% call statement(auto_begin=True) %}
        {{ rendered }}
      {% endcall %}
    {% elif rendered %}
      {% do adapter.commit() %}
      {% do adapter.add_query(rendered, auto_begin=False) %}
    {% endif %}
  {% endfor %}
{% endmacro %}

{% macro make_hook_config(sql, inside_transaction) %}
  {{ tojson({'sql': sql, 'transaction': inside_transaction}) }}
{% endmacro %}

{% macro before_begin(sql) %}
  {{ make_hook_config(sql, inside_transaction=False) }}
{% endmacro %}

{% macro in_transaction(sql) %}
  {{ make_hook_config(sql, inside_transaction=True) }}
{% endmacro %}

{% macro after_commit(sql) %}
  {{ make_hook_config(sql, inside_transaction=False) }}
{% endmacro %}

{% macro set_sql_header(config) -%}
  {{ config.set('sql_header', caller()) }}
{%- endmacro %}

{% macro should_full_refresh() %}
  {%- set configured = config.get('full_refresh') -%}
  {% do return(flags.FULL_REFRESH if configured is none else configured) %}
{% endmacro %}

{#- Column names in quotes, with commas between them. -#}
{% macro get_quoted_csv(column_names) %}
  {%- set quoted = [] -%}
  {%- for name in column_names -%}
    {%- do quoted.append(adapter.quote(name)) -%}
  {%- endfor -%}
  {% do return(quoted | join(', ')) %}
{% endmacro %}
