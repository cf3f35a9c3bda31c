select x || 'a'
