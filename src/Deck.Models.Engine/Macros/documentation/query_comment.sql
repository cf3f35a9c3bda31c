{#- The comment that a node's queries carry where the project file has no `query-comment`: dbt's keys in dbt's order. -#}
{% macro query_comment_text(node) -%}
  {{ tojson({
      'app': 'dbt',
      'dbt_version': dbt_version,
      'profile_name': target.get('profile_name'),
      'target_name': target.get('target_name'),
      'node_id': node.unique_id,
  }) }}
{%- endmacro %}
