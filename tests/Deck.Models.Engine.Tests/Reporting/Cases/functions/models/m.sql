select {{ function('is_positive') }}('12') as a, {{ function('fn', 'add_one') }}(1) as b, {{ function('add_one') }}('a'::text) as c
