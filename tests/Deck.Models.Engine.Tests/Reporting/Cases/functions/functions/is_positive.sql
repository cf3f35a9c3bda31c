select a_string ~ '^[0-9]+$'
