{#- Questions to the catalog and the server. -#}

{% macro get_list_of_column_names(columns) -%}
  {{ return(columns | map(attribute='name') | list) }}
{%- endmacro %}

{% macro collect_freshness_custom_sql(source, loaded_at_query) -%}
  {{ return(adapter.dispatch('collect_freshness_custom_sql', 'dbt')(source, loaded_at_query)) }}
{%- endmacro %}

{% macro default__collect_freshness_custom_sql(source, loaded_at_query) -%}
  {%- call statement('collect_freshness_custom_sql', fetch_result=True, auto_begin=False) -%}
with loaded as (
{{ loaded_at_query }}
)
select (select * from loaded) as max_loaded_at, {{ current_timestamp() }} as snapshotted_at
  {%- endcall -%}
  {{ return(load_result('collect_freshness_custom_sql')) }}
{%- endmacro %}

{% macro validate_sql(sql) -%}
  {{ return(adapter.dispatch('validate_sql', 'dbt')(sql)) }}
{%- endmacro %}

{% macro default__validate_sql(sql) -%}
  {%- call statement('validate_sql') -%}explain {{ sql }}{%- endcall -%}
  {{ return(load_result('validate_sql')) }}
{%- endmacro %}

{% macro validate_doc_columns(relation, column_dict, existing_column_names) -%}
  {%- set present = existing_column_names | map('lower') | list -%}
  {%- set described = {} -%}
  {%- for name, column in column_dict.items() if name in existing_column_names or name | lower in present -%}
    {%- do described.update({name: column}) -%}
  {%- endfor -%}
  {{ return(described) }}
{%- endmacro %}

{% macro get_catalog_for_single_relation(relation) -%}
  {{ return(adapter.dispatch('get_catalog_for_single_relation', 'dbt')(relation)) }}
{%- endmacro %}

{% macro default__get_catalog_for_single_relation(relation) -%}
  {{ exceptions.raise_not_implemented('the catalog of one relation is not asked for on postgres') }}
{%- endmacro %}

{% macro get_relation_last_modified(information_schema, relations) -%}
  {{ return(adapter.dispatch('get_relation_last_modified', 'dbt')(information_schema, relations)) }}
{%- endmacro %}

{% macro default__get_relation_last_modified(information_schema, relations) -%}
  {{ exceptions.raise_not_implemented('PostgreSQL does not know when a relation was last modified') }}
{%- endmacro %}

{#- Views and what stands below them: dependent and referenced relation, one pair a row. -#}
{% macro get_relations() -%}
  {{ return(adapter.dispatch('get_relations', 'dbt')()) }}
{%- endmacro %}

{% macro default__get_relations() -%}
  {%- call statement('relations', fetch_result=True) -%}
select distinct
    above_schema.nspname as dependent_schema,
    above.relname as dependent_name,
    below_schema.nspname as referenced_schema,
    below.relname as referenced_name
from pg_catalog.pg_depend as link
inner join pg_catalog.pg_rewrite as rule on rule.oid = link.objid
inner join pg_catalog.pg_class as above on above.oid = rule.ev_class
inner join pg_catalog.pg_class as below on below.oid = link.refobjid
inner join pg_catalog.pg_namespace as above_schema on above_schema.oid = above.relnamespace
inner join pg_catalog.pg_namespace as below_schema on below_schema.oid = below.relnamespace
where above.oid <> below.oid
    and link.classid = 'pg_catalog.pg_rewrite'::regclass
    and link.refclassid = 'pg_catalog.pg_class'::regclass
order by 1, 2, 3, 4
  {%- endcall -%}
  {{ return(load_result('relations').table) }}
{%- endmacro %}

{% macro generate_latest_version_pointer_alias(custom_alias_name=none, node=none) -%}
  {{ return(adapter.dispatch('generate_latest_version_pointer_alias', 'dbt')(custom_alias_name, node)) }}
{%- endmacro %}

{% macro default__generate_latest_version_pointer_alias(custom_alias_name=none, node=none) -%}
  {{ return(custom_alias_name | trim if custom_alias_name else node.name) }}
{%- endmacro %}
