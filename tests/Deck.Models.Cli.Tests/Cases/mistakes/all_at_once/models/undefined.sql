select {{ nothing() }} as id
