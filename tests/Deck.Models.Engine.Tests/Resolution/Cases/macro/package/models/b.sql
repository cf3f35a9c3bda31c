select {{ shop.centz('amount') }} as a
