{#- The comment that statements carry, where the project asks for one. -#}
{% macro query_comment_text(node=none) -%}
  {{ tojson({
      'app': 'dbt',
      'dbt_version': dbt_version,
      'profile_name': target.get('profile_name'),
      'target_name': target.get('target_name'),
      'node_id': node.unique_id if node else none,
  }) }}
{%- endmacro %}
