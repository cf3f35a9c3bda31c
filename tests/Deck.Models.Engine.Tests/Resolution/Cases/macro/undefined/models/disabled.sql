{{ config(enabled=false) }}
select {{ unfinished() }} as a
