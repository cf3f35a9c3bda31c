select {{ cents_to_euros('amount', 2, 3) }} as amount
