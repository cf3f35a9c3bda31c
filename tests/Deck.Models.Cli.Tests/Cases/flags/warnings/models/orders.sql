select 1 as id, {{ exceptions.warn('beware') if execute }} 2 as amount
