select {{ no_such_macro() }} as a
