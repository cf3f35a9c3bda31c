{% macro keep(words, n=1) %}
  {% do run_query('create table kept (word text)') %}
  {% for word in words %}
    {% do run_query("insert into kept values ('" ~ word ~ n ~ "')") %}
  {% endfor %}
  {{ log('kept ' ~ words | length, info=true) }}
{% endmacro %}
{% macro rows() %}{% do print(run_query('select count(*) from kept').rows[0][0] ~ ' rows') %}{% endmacro %}
