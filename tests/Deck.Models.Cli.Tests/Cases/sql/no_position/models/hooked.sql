{{ config(post_hook="select 2 / 0") }}
select 1 as id
