select '{{ var('since') }}' as since, {{ var('depth') }} as depth, '{{ var('other', 'none') }}' as other
