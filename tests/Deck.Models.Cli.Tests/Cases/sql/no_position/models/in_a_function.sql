{{ config(materialized='table', pre_hook="create or replace function analytics.broken(n int) returns int language plpgsql as 'begin return 1 / n; end'") }}
select analytics.broken(0) as result
