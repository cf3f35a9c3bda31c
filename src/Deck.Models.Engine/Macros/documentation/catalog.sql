{#- What the database has of relations, column by column: dbt's macros of `docs generate`, which here asks the server itself. -#}

{% macro get_catalog_relations(information_schema, relations) -%}
  {{ return(adapter.dispatch('get_catalog_relations', 'dbt')(information_schema, relations)) }}
{%- endmacro %}

{% macro get_catalog(information_schema, schemas) -%}
  {{ return(adapter.dispatch('get_catalog', 'dbt')(information_schema, schemas)) }}
{%- endmacro %}

{% macro default__get_catalog_relations(information_schema, relations) -%}
  {%- do adapter.verify_database(information_schema.database) -%}
  {% call statement('catalog', fetch_result=True) -%}
    select
        current_database() as table_database,
        namespace.nspname as table_schema,
        relation.relname as table_name,
        case relation.relkind when 'v' then 'VIEW' when 'm' then 'MATERIALIZED VIEW' else 'BASE TABLE' end as table_type,
        obj_description(relation.oid, 'pg_class') as table_comment,
        attribute.attname as column_name,
        attribute.attnum as column_index,
        format_type(attribute.atttypid, attribute.atttypmod) as column_type,
        col_description(relation.oid, attribute.attnum) as column_comment,
        pg_get_userbyid(relation.relowner) as table_owner
    from pg_catalog.pg_class as relation
    inner join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
    inner join pg_catalog.pg_attribute as attribute on attribute.attrelid = relation.oid
    where relation.relkind in ('r', 'p', 'v', 'm', 'f')
        and relation.relpersistence in ('p', 'u')
        and attribute.attnum > 0
        and not attribute.attisdropped
        and (
        {%- for wanted in relations %}
            (upper(namespace.nspname) = upper('{{ wanted.schema }}'){{ " and upper(relation.relname) = upper('" ~ wanted.identifier ~ "')" if wanted.identifier }}){{ ' or' if not loop.last }}
        {%- else %}
            false
        {%- endfor %}
        )
    order by namespace.nspname, relation.relname, attribute.attnum
  {%- endcall %}
  {{ return(load_result('catalog').table) }}
{%- endmacro %}

{% macro default__get_catalog(information_schema, schemas) -%}
  {%- set relations = [] -%}
  {%- for schema in schemas -%}
    {%- do relations.append({'schema': schema}) -%}
  {%- endfor -%}
  {{ return(default__get_catalog_relations(information_schema, relations)) }}
{%- endmacro %}

{% macro postgres__get_catalog_relations(information_schema, relations) -%}
  {{ return(default__get_catalog_relations(information_schema, relations)) }}
{%- endmacro %}

{% macro postgres__get_catalog(information_schema, schemas) -%}
  {{ return(default__get_catalog(information_schema, schemas)) }}
{%- endmacro %}

{% macro list_function_relations_without_caching(schema_relation) -%}
  {{ return(adapter.dispatch('list_function_relations_without_caching', 'dbt')(schema_relation)) }}
{%- endmacro %}

{% macro default__list_function_relations_without_caching(schema_relation) -%}
  {{ exceptions.raise_not_implemented('list_function_relations_without_caching is not there for ' ~ adapter.type()) }}
{%- endmacro %}
