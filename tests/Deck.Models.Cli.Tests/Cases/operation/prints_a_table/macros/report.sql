{% macro report() %}
  {% set results = run_query("select 1 as id, 'a' as name, 1234.50::numeric as amount union all select 2, null, 7 order by 1") %}
  {% do results.print_table() %}
  {% do results.print_csv() %}
  {% do results.print_json() %}
  {% do results.group_by('name').select('id').merge().order_by('id').print_table(max_columns=1) %}
{% endmacro %}
{% macro keep() %}{% do run_query('select 1 as id').to_csv('kept.csv') %}{% endmacro %}
