select 1 as a {{ listed(results) }}
