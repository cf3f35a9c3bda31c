{#- dbt's names of what it writes for PostgreSQL alone: the library has one text of each, under `default__`. -#}

{% macro postgres__alter_column_comment(relation, column_dict) -%}
  {{ return(default__alter_column_comment(relation, column_dict)) }}
{%- endmacro %}

{% macro postgres__alter_relation_comment(relation, comment) -%}
  {{ return(default__alter_relation_comment(relation, comment)) }}
{%- endmacro %}

{% macro postgres__check_schema_exists(information_schema, schema) -%}
  {{ return(default__check_schema_exists(information_schema, schema)) }}
{%- endmacro %}

{% macro postgres__copy_grants() -%}
  {{ return(default__copy_grants()) }}
{%- endmacro %}

{% macro postgres__create_schema(relation) -%}
  {{ return(default__create_schema(relation)) }}
{%- endmacro %}

{% macro postgres__current_timestamp_backcompat() -%}
  {{ return(default__current_timestamp_backcompat()) }}
{%- endmacro %}

{% macro postgres__current_timestamp_in_utc_backcompat() -%}
  {{ return(default__current_timestamp_in_utc_backcompat()) }}
{%- endmacro %}

{% macro postgres__drop_schema(relation) -%}
  {{ return(default__drop_schema(relation)) }}
{%- endmacro %}

{% macro postgres__equals(expr1, expr2) -%}
  {{ return(default__equals(expr1, expr2)) }}
{%- endmacro %}

{% macro postgres__formatted_scalar_function_args_sql() -%}
  {{ return(default__formatted_scalar_function_args_sql()) }}
{%- endmacro %}

{% macro postgres__get_alter_materialized_view_as_sql(relation, configuration_changes, sql, existing_relation, backup_relation, intermediate_relation) -%}
  {{ return(default__get_alter_materialized_view_as_sql(relation, configuration_changes, sql, existing_relation, backup_relation, intermediate_relation)) }}
{%- endmacro %}

{% macro postgres__get_create_index_sql(relation, index_dict) -%}
  {{ return(default__get_create_index_sql(relation, index_dict)) }}
{%- endmacro %}

{% macro postgres__get_create_materialized_view_as_sql(relation, sql) -%}
  {{ return(default__get_create_materialized_view_as_sql(relation, sql)) }}
{%- endmacro %}

{% macro postgres__get_drop_index_sql(relation, index_name) -%}
  {{ return(default__get_drop_index_sql(relation, index_name)) }}
{%- endmacro %}

{% macro postgres__get_materialized_view_configuration_changes(existing_relation, new_config) -%}
  {{ return(default__get_materialized_view_configuration_changes(existing_relation, new_config)) }}
{%- endmacro %}

{% macro postgres__get_relations() -%}
  {{ return(default__get_relations()) }}
{%- endmacro %}

{% macro postgres__get_rename_materialized_view_sql(relation, new_name) -%}
  {{ return(default__get_rename_materialized_view_sql(relation, new_name)) }}
{%- endmacro %}

{% macro postgres__get_rename_table_sql(relation, new_name) -%}
  {{ return(default__get_rename_table_sql(relation, new_name)) }}
{%- endmacro %}

{% macro postgres__get_rename_view_sql(relation, new_name) -%}
  {{ return(default__get_rename_view_sql(relation, new_name)) }}
{%- endmacro %}

{% macro postgres__get_replace_table_sql(relation, sql) -%}
  {{ return(default__get_replace_table_sql(relation, sql)) }}
{%- endmacro %}

{% macro postgres__get_replace_view_sql(relation, sql) -%}
  {{ return(default__get_replace_view_sql(relation, sql)) }}
{%- endmacro %}

{% macro postgres__get_show_grant_sql(relation) -%}
  {{ return(default__get_show_grant_sql(relation)) }}
{%- endmacro %}

{% macro postgres__get_show_indexes_sql(relation) -%}
  {{ return(default__get_show_indexes_sql(relation)) }}
{%- endmacro %}

{% macro postgres__information_schema_name(database) -%}
  {{ return(default__information_schema_name(database)) }}
{%- endmacro %}

{% macro postgres__last_day(date, datepart) -%}
  {{ return(default__last_day(date, datepart)) }}
{%- endmacro %}

{% macro postgres__list_relations_without_caching(schema_relation) -%}
  {{ return(default__list_relations_without_caching(schema_relation)) }}
{%- endmacro %}

{% macro postgres__list_schemas(database) -%}
  {{ return(default__list_schemas(database)) }}
{%- endmacro %}

{% macro postgres__make_backup_relation(base_relation, backup_relation_type, suffix) -%}
  {{ return(default__make_backup_relation(base_relation, backup_relation_type, suffix)) }}
{%- endmacro %}

{% macro postgres__make_intermediate_relation(base_relation, suffix) -%}
  {{ return(default__make_intermediate_relation(base_relation, suffix)) }}
{%- endmacro %}

{% macro postgres__make_temp_relation(base_relation, suffix) -%}
  {{ return(default__make_temp_relation(base_relation, suffix)) }}
{%- endmacro %}

{% macro postgres__refresh_materialized_view(relation) -%}
  {{ return(default__refresh_materialized_view(relation)) }}
{%- endmacro %}

{% macro postgres__snapshot_merge_sql(target, source, insert_cols) -%}
  {{ return(default__snapshot_merge_sql(target, source, insert_cols)) }}
{%- endmacro %}

{% macro postgres__snapshot_string_as_time(timestamp) -%}
  {{ return(default__snapshot_string_as_time(timestamp)) }}
{%- endmacro %}

{% macro postgres__split_part(string_text, delimiter_text, part_number) -%}
  {{ return(default__split_part(string_text, delimiter_text, part_number)) }}
{%- endmacro %}

{% macro postgres__drop_table(relation) -%}
  {{ return(default__drop_table(relation)) }}
{%- endmacro %}

{% macro postgres__drop_view(relation) -%}
  {{ return(default__drop_view(relation)) }}
{%- endmacro %}

{% macro postgres__drop_materialized_view(relation) -%}
  {{ return(default__drop_materialized_view(relation)) }}
{%- endmacro %}

{% macro postgres_get_relations() -%}
  {{ return(postgres__get_relations()) }}
{%- endmacro %}

{% macro postgres__describe_materialized_view(relation) -%}
  {{ return({'indexes': run_query(get_show_indexes_sql(relation))}) }}
{%- endmacro %}
