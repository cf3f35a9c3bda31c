{{ config(enabled='maybe') }}
select 1
