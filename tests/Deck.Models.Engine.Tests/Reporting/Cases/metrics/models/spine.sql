select now()::date as date_day, now() as h, 1 as fiscal_q
