{{ config(alias='orders') }}
select 1
