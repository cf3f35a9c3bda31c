select 'Zoë' as name
