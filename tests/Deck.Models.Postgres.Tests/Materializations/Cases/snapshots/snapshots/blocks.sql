{% snapshot ts_ig %}
{{ config(unique_key='id', strategy='timestamp', updated_at='updated_at') }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot ts_iv %}
{{ config(unique_key='id', strategy='timestamp', updated_at='updated_at', hard_deletes='invalidate') }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot ts_nr %}
{{ config(unique_key='id', strategy='timestamp', updated_at='updated_at', hard_deletes='new_record') }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot ts_old %}
{{ config(unique_key='id', strategy='timestamp', updated_at='updated_at', invalidate_hard_deletes=true) }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot ck_ig %}
{{ config(unique_key='id', strategy='check', check_cols=['qty', 'name']) }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot ck_iv %}
{{ config(unique_key='id', strategy='check', check_cols=['qty', 'name'], hard_deletes='invalidate') }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot ck_nr %}
{{ config(unique_key='id', strategy='check', check_cols=['qty', 'name'], hard_deletes='new_record') }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot ck_old %}
{{ config(unique_key='id', strategy='check', check_cols=['qty', 'name'], invalidate_hard_deletes=true) }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot ca_ig %}
{{ config(unique_key='id', strategy='check', check_cols='all') }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot ca_iv %}
{{ config(unique_key='id', strategy='check', check_cols='all', hard_deletes='invalidate') }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot ca_nr %}
{{ config(unique_key='id', strategy='check', check_cols='all', hard_deletes='new_record') }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot ca_old %}
{{ config(unique_key='id', strategy='check', check_cols='all', invalidate_hard_deletes=true) }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot cu_ig %}
{{ config(unique_key='id', strategy='qty', updated_at='updated_at') }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot cu_iv %}
{{ config(unique_key='id', strategy='qty', updated_at='updated_at', hard_deletes='invalidate') }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot cu_nr %}
{{ config(unique_key='id', strategy='qty', updated_at='updated_at', hard_deletes='new_record') }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot cu_old %}
{{ config(unique_key='id', strategy='qty', updated_at='updated_at', invalidate_hard_deletes=true) }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot cw_ig %}
{{ config(unique_key='id', strategy='check', check_cols=['qty'], updated_at='updated_at') }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot cw_iv %}
{{ config(unique_key='id', strategy='check', check_cols=['qty'], updated_at='updated_at', hard_deletes='invalidate') }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot cw_nr %}
{{ config(unique_key='id', strategy='check', check_cols=['qty'], updated_at='updated_at', hard_deletes='new_record') }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot cw_old %}
{{ config(unique_key='id', strategy='check', check_cols=['qty'], updated_at='updated_at', invalidate_hard_deletes=true) }}
select * from {{ source('raw', 'items') }}
{% endsnapshot %}
{% snapshot list_key %}{{ config(unique_key=['id', 'part'], strategy='timestamp', updated_at='updated_at', hard_deletes='new_record') }}select * from {{ source('raw', 'items') }} -- last
{% endsnapshot %}
{% snapshot expr_key %}{{ config(unique_key="id || '-' || part", strategy='check', check_cols=['qty'], hard_deletes='invalidate') }}select * from {{ source('raw', 'items') }}{% endsnapshot %}
