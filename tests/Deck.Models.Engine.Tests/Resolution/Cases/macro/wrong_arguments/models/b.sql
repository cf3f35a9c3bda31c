select {{ cents_to_euros(digits=2) }} as amount
