select {{ function('is_posittive') }}('1') as a, {{ function('elsewhere', 'is_positive') }}('1') as b
