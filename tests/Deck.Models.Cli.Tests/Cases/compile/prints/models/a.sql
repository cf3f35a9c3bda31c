{% do print('told') %}
select 1 as id
