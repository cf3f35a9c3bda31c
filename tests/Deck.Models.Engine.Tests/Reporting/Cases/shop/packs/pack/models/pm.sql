select {{ pack.date_spine('1') }} as x, {{ var('size') }} as size
