select x || '1'
